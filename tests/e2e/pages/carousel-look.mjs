// What a carousel says of where it is, and what is on the screen, in any browser.

/** Everything that the carousel around a viewport says of where it is, and where its slides are. Runs in the page. */
export function lookAt(viewport) {
  const carousel = viewport.closest(".carousel");
  const isShown = (element) => element.getBoundingClientRect().width > 0;
  const frame = viewport.getBoundingClientRect();
  // Nearer than a pixel and a half is the same place, see src/carousel/geometry.rs, whatever the page
  // has done to the size of a pixel.
  const near = 1.5;
  const hair = (near * frame.width) / viewport.clientWidth;
  const slides = [...viewport.children].map((slide) => slide.getBoundingClientRect());
  const seen = ({ left, right }) => Math.min(right, frame.right) - Math.max(left, frame.left);
  const whole = slides.flatMap(({ left, right }, index) => (left >= frame.left - hair && right <= frame.right + hair ? [index + 1] : []));
  const most = slides.reduce((most, slide, index) => (seen(slide) > seen(slides[most]) ? index : most), 0) + 1;
  const end = viewport.scrollWidth - viewport.clientWidth;
  const place = Math.abs(viewport.scrollLeft);
  const isDisabled = (label) => carousel.querySelector(`.carousel-button[aria-label="${label}"]`).getAttribute("aria-disabled");
  const names = [...viewport.children].map((slide) => slide.getAttribute("aria-label"));
  return {
    first: whole.at(0) ?? most,
    last: whole.at(-1) ?? most,
    isWhole: whole.length > 0,
    // Of those that are seen in part, the widths of what is seen.
    cut: slides.filter((slide) => seen(slide) > hair && seen(slide) < slide.width - hair).map(seen),
    place,
    isAtStart: place <= near,
    isAtEnd: place >= end - near,
    count: Number(names[0].match(/ of ([\d,]+):/)[1].replaceAll(",", "")),
    names,
    hasControls: isShown(carousel.querySelector(".carousel-controls")),
    previous: isDisabled("Previous stories"),
    next: isDisabled("Next stories"),
    dots: [...carousel.querySelectorAll(".dot")].filter(isShown).map((dot) => ({
      label: dot.getAttribute("aria-label"),
      isCurrent: dot.getAttribute("aria-current"),
      isDisabled: dot.getAttribute("aria-disabled"),
    })),
    written: [...carousel.querySelectorAll(".carousel-place")].filter(isShown).map(({ textContent }) => textContent),
    live: carousel.querySelector(":scope > [aria-live]").textContent,
  };
}

export const inWords = (number) => number.toLocaleString("en");

/** `Stories 2 to 4 of 6`, as the carousel says it. */
export const position = ({ first, last, count }) =>
  first === last ? `Story ${inWords(first)} of ${inWords(count)}` : `Stories ${inWords(first)} to ${inWords(last)} of ${inWords(count)}`;
