// Draws the SVG file on standard input, and writes a PNG file. It is a process of its own: librsvg reads from the
// environment which fonts there are, and a browser would read the same.

import sharp from "sharp";

process.stdin.pipe(sharp().removeAlpha().png()).pipe(process.stdout);
