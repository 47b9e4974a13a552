// The addresses in articles that come as HTML: the rules are those of src/model/address.rs, whose tests have the same lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import { areFiles, isFile, isLink } from "../../src/element/html/address.js";

test("a link may have what a document may name", () => {
  for (const address of ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:desk@example.org", "tel:+4930123456", "stories/one.html", "stories/one two.html", "/stories/one.html", "//example.org/x", "#top", "?page=2", "a/b:c", "one"]) {
    assert.ok(isLink(address), address);
  }
  for (const address of ["javascript:alert(1)", "JavaScript:alert(1)", "  javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)", "\u0085javascript:alert(1)", "data:text/html,x", "blob:https://example.org/1", "file:///etc/passwd", "vbscript:x", ":x", " :x", "a\nb"]) {
    assert.ok(!isLink(address), address);
  }
});

test("a picture may come from what a browser can load from the web", () => {
  for (const address of ["https://example.org/a.png", "HTTPS://example.org/a.png", "a.png", "/a,b.png", "//example.org/a.png", "?picture"]) {
    assert.ok(isFile(address), address);
  }
  for (const address of ["mailto:a@example.org", "tel:1", "data:image/png;base64,x", "javascript:x", "a b.png", "a.png,", "a\u0085.png"]) {
    assert.ok(!isFile(address), address);
  }
});

test("a list of pictures has widths, and nothing that a picture may not come from", () => {
  for (const list of ["a.png 400w", "a.png 400w, https://example.org/b,c.png 800w"]) assert.ok(areFiles(list), list);
  for (const list of ["", "a.png", "a.png 2x", "a.png 400w, data:x 800w", "data:x 400w, a.png 800w", "a.png 400w,b.png 800w", "a.png, 400w"]) assert.ok(!areFiles(list), list);
});
