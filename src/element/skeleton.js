// @ts-check
// The shape of an article, which stands in its place while it loads: its headline, lines of text and a chart.
//
// The rules come with the loader: with the style sheet they would come a request later, and until then the place would
// be blank. So they use none of its properties. The words that say that the article loads are for screen readers. The
// place has the same height when the style sheet has come.

// The lines of the headline and the bars of the chart: how far down they begin, and how wide they are in per cent.
const BLOCKS = [
  [0, 90],
  [50, 60],
  [380, 90],
  [420, 75],
  [460, 60],
  [500, 25],
];

/** The rules, for the message that an article loads. */
export const SKELETON = `.status[role=status]{box-sizing:border-box;block-size:100vh;padding:45px 18px;overflow:hidden;p{position:absolute;clip-path:inset(50%)}&:before{content:"";display:block;block-size:640px;max-inline-size:648px;margin:auto;background:${BLOCKS.map(
  ([top, width]) => `linear-gradient(#8883 0 0)0 ${top}px/${width}% 30px no-repeat`,
)},repeating-linear-gradient(#8883 0 12px,#0000 0 29px)0 116px/100% 215px no-repeat}&:dir(rtl):before{scale:-1 1}@media(prefers-reduced-motion:no-preference){&:before{animation:wait 1s infinite alternate}}}@keyframes wait{to{opacity:.5}}`;
