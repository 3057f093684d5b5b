/** The style of the report: ink and vermilion, hairlines, paper; light and dark. */
export const style = `
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #1f1b16; --quiet: #6b6257; --vermilion: #a8301c; --hair: #d9d1c1; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16140f; --ink: #e9e3d6; --quiet: #a79e8f; --vermilion: #f0806a; --hair: #3a352b; }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 0.9375rem/1.6 "PingFang TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif; overflow-wrap: anywhere; }
main { max-inline-size: 64rem; margin-inline: auto; padding: clamp(1.25rem, 5vw, 3rem) clamp(1rem, 4vw, 2rem); }
h1, h2, blockquote { font-family: "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", PMingLiU, serif; }
:lang(zh-Hans) { font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1 { font-size: 1.728rem; line-height: 1.4; }
h2 { font-size: 1.2rem; border-block-start: 1px solid var(--hair); padding-block-start: 1rem; margin-block: 2.5rem 0.75rem; }
h3 { font-size: 0.9375rem; font-weight: 600; margin-block: 1rem 0.25rem; }
h2 span, h1 span { color: var(--quiet); font-weight: 400; font-size: 0.9375rem; }
.quiet, figcaption { color: var(--quiet); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0.5rem 3rem; }
svg { display: block; inline-size: 100%; max-inline-size: 30rem; font-size: 13px; fill: var(--ink); }
svg .ink { fill: var(--quiet); }
svg .vermilion { fill: var(--vermilion); }
svg .number { fill: var(--quiet); font-variant-numeric: tabular-nums; }
ol { list-style: none; padding: 0; }
li { padding-block: 0.75rem; border-block-end: 1px solid var(--hair); }
blockquote { font-size: 1.125rem; line-height: 1.9; }
mark { background: none; color: var(--vermilion); text-decoration: underline dotted; text-underline-offset: 0.3em; }
mark.crux::before, mark.crux::after { content: "†"; }
mark:empty::before { content: "⸺"; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
th { text-align: start; font-weight: 600; color: var(--quiet); }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-block-end: 1px solid var(--hair); vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:first-child { min-inline-size: 9rem; }
td small { display: block; color: var(--quiet); font-size: 0.8125rem; }
.review, .failed { color: var(--vermilion); }
td.status { white-space: nowrap; }
@media print { body { background: none; color: #000; } }
`;
