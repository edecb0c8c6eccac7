import { PAGE_COLOURS, seriesColour, textColour } from "@jkp/exhibit";

/** Colours of the columns among those of figures: without the two that are hard to read. */
const COLOURS = [0, 1, 2, 4].map(seriesColour);

/** A column's colour, for lines and for text. */
const KEYS = COLOURS.map((colour, place) =>
  `.key-${place} { --key: ${colour}; --key-ink: ${textColour(colour)}; }\n`
).join("");

const BASE = `\
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  color: var(--ink);
  background: #ffffff;
  font: 16px/1.5 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: lining-nums tabular-nums;
}
h1, h2, h3, p, ul, dl, dd, figure, fieldset { margin: 0; padding: 0; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
ul { list-style: none; }
fieldset { border: 0; min-width: 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, select:focus-visible, input:focus-visible,
button:focus-visible, [tabindex]:focus-visible, label:has(input:focus-visible) {
  outline: 3px solid #d55e00;
  outline-offset: 2px;
}
#answer:focus, #controls-heading:focus { outline: none; }
.unseen, .skip:not(:focus) {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus { position: absolute; z-index: 5; padding: 0.6rem 1rem; background: #ffffff; }
button, select, input[type="text"] {
  min-height: 2.25rem;
  padding: 0.25rem 0.7rem;
  font: inherit;
  font-size: 0.9375rem;
  color: var(--ink);
  background: #ffffff;
  border: 1px solid #767676;
  border-radius: 0.25rem;
}
button { cursor: pointer; }
button:hover { background: var(--ground); }
button[aria-pressed="true"] { color: #ffffff; background: var(--key-ink); border-color: var(--key-ink); }
button.small { min-height: 1.75rem; padding: 0 0.5rem; font-size: 0.8125rem; }
select { width: 100%; padding-right: 0.3rem; text-overflow: ellipsis; }
summary { cursor: pointer; color: var(--link); }
summary:hover { text-decoration: underline; }
.help, .note, .filed, .unit, .of, .more, .lead, .date { color: var(--muted); }
.scroll { overflow-x: auto; max-width: 100%; }
.banner {
  border: 1px solid #c98a3d;
  border-left-width: 6px;
  background: var(--warning);
  color: var(--warning-ink);
  padding: 0.5rem 0.9rem;
  font-size: 0.9rem;
}
`;

const HEAD = `\
header { padding: 1.25rem 1rem 0; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 1rem; align-items: center; }
.brand { font-weight: bold; color: var(--link); letter-spacing: 0.02em; }
h1 { font-size: 1.75rem; }
.lead { margin-top: 0.25rem; max-width: 46rem; }
.valuation { margin: 1rem 0; display: grid; gap: 0.25rem 1rem; grid-template-columns: minmax(0, 44rem) auto; align-items: center; justify-content: start; }
.valuation label { grid-column: 1 / -1; }
.choice label { font-size: 0.875rem; font-weight: bold; }
.problems { margin: 0.5rem 1rem; }
.switch { display: flex; flex-wrap: wrap; gap: 0.3rem; align-items: center; font-size: 0.875rem; }
.switch legend { float: left; margin-right: 0.6rem; color: var(--muted); }
.switch label {
  position: relative;
  padding: 0.3rem 0.8rem;
  border: 1px solid #767676;
  border-radius: 1rem;
  cursor: pointer;
}
.switch label:has(input:checked) { color: #ffffff; background: var(--ink); border-color: var(--ink); }
.switch input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
footer { padding: 2.5rem 1rem; font-size: 0.875rem; color: var(--muted); overflow-wrap: anywhere; }
`;

const ANSWERS = `\
.answers { padding: 1.5rem 1rem 0.5rem; }
.answers > h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.cards { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.card {
  display: flex;
  flex-direction: column;
  padding: 0.9rem 1.1rem 1rem;
  border: 1px solid var(--line);
  border-top: 5px solid var(--key);
  border-radius: 0.3rem;
}
.card.active { box-shadow: 0 1px 6px rgba(0, 0, 0, 0.18); border-color: var(--key); }
.card h3 { font-size: 1rem; display: flex; gap: 0.6rem; align-items: baseline; }
.card .of { margin: 0.1rem 0 0; font-size: 0.9rem; }
.card .of { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.6rem; }
.changed, .badge { padding: 0.05em 0.5em; border-radius: 0.3em; border: 1px solid; font-size: 0.8125rem; }
.changed { color: var(--key-ink); }
.badge { border-color: #c98a3d; background: var(--warning); color: var(--warning-ink); font-weight: normal; }
.rate { margin: 0.7rem 0 0.5rem; display: flex; flex-direction: column; }
.rate .what { font-size: 0.9rem; color: var(--muted); }
.digits { font-size: 3.25rem; line-height: 1.1; font-weight: bold; letter-spacing: -0.02em; color: var(--key-ink); white-space: nowrap; }
.facts { display: grid; gap: 0.15rem; font-size: 0.9rem; margin-bottom: 0.8rem; }
.facts > div { display: flex; justify-content: space-between; gap: 1rem; border-top: 1px solid #ececec; padding-top: 0.15rem; }
.facts dt { color: var(--muted); }
.facts .number { white-space: nowrap; }
.facts dd { font-weight: bold; text-align: right; }
.card .more { font-size: 0.875rem; margin-bottom: 0.6rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: auto; }
.refused { margin: 0.8rem 0; padding: 0.6rem 0.8rem; background: #fbdcc8; color: #6e2f00; font-size: 0.9rem; overflow-wrap: anywhere; }
.key { display: inline-flex; align-items: center; gap: 0.3rem; font-weight: bold; color: var(--key-ink); white-space: nowrap; }
.key line { stroke: var(--key); stroke-width: 3; }
`;

const CONTROLS = `\
.controls { padding: 1.25rem 1rem; background: var(--ground); border-top: 5px solid var(--key); margin-top: 1.25rem; }
.controls h2 { font-size: 1.125rem; display: flex; gap: 0.6rem; align-items: baseline; margin-bottom: 0.8rem; }
.controls .choice { margin-bottom: 0.7rem; }
.controls > .source { margin: -0.3rem 0 0.7rem; }
.field { padding: 0.7rem 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.15rem 0.8rem; align-items: start; }
.field > * { grid-column: 1 / -1; }
.field > label { grid-column: 1; }
.field > .number { grid-column: 2; display: flex; flex-direction: column; align-items: flex-end; }
.field .name { display: block; font-weight: bold; font-size: 0.9375rem; }
.field .help { display: block; font-size: 0.8125rem; line-height: 1.35; }
.field .number input { width: 5.5rem; text-align: right; }
.field .unit { font-size: 0.75rem; max-width: 8rem; text-align: right; line-height: 1.2; }
.field input[type="range"] { width: 100%; height: 1.75rem; margin: 0; accent-color: var(--key-ink); }
.field .filed { display: flex; align-items: center; gap: 0.5rem; }
.controls h3 { margin: 1.1rem 0 0.2rem; font-size: 0.8125rem; letter-spacing: 0.04em; text-transform: uppercase; color: var(--muted); }
.field.is-changed .name { color: var(--key-ink); }
.field.is-changed .number input { border: 2px solid var(--key-ink); font-weight: bold; }
.field.is-wrong .number input { border: 2px solid #a33c00; }
.problem { color: #8a3200; font-size: 0.875rem; font-weight: bold; }
.field .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.8rem; font-size: 0.8125rem; align-items: center; min-height: 1.75rem; }
.field .foot details[open] { flex-basis: 100%; order: 2; }
details.source { font-size: 0.8125rem; }
details.source p, details.source ul { margin: 0.25rem 0 0.4rem; color: var(--ink); overflow-wrap: anywhere; }
details.source li { margin: 0.25rem 0; }
.all-columns { margin-top: 0.8rem; border-top: 3px double #8a8a8a; }
.all-columns .field { border-top: 0; --key-ink: var(--ink); }
`;

const RESULTS = `\
.results { padding: 0 1rem; }
.results h2 { font-size: 1.25rem; }
.heading, .share > h2 { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 0.2rem 1rem; margin: 2.25rem 0 0.8rem; padding-bottom: 0.3rem; border-bottom: 3px solid var(--ink); }
.results h3 { margin: 1rem 0 0.3rem; font-size: 1rem; }
.results p.note { margin-top: 0.4rem; font-size: 0.875rem; max-width: 46rem; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.3rem; }
th, td { padding: 0.3em 0.8em; text-align: left; vertical-align: top; font-weight: normal; }
th:first-child { padding-left: 0.2em; }
thead { border-top: 2px solid; border-bottom: 1px solid; }
thead th { font-weight: bold; vertical-align: bottom; }
thead .unit { display: block; font-weight: normal; font-size: 0.86em; }
thead .key { justify-content: flex-end; }
tbody { border-bottom: 2px solid; }
tbody tr + tr > * { border-top: 1px solid rgba(128, 128, 128, 0.22); }
th.number, td.number { text-align: right; white-space: nowrap; }
.beside table, .steps table { min-width: min(100%, 34rem); }
tbody th .unit { display: block; font-size: 0.86em; }
.beside th:first-child { min-width: 9rem; }
.beside td.number, .beside th.number { min-width: 4rem; }
.chart { margin: 0 0 1.5rem; }
.chart figcaption { line-height: 1.35; }
.chart figcaption .unit { font-size: 0.875rem; }
.chart figcaption .help { display: block; font-size: 0.875rem; }
.chart svg { display: block; max-width: 100%; touch-action: pan-y; }
.chart svg text { font: 12px Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: var(--muted); }
.chart .grid line { stroke: #e3e3e3; }
.chart .zero line { stroke: #777777; }
.chart path.line { fill: none; stroke: var(--key); stroke-width: 2.5; stroke-linejoin: round; }
.chart path.band { fill: var(--key); fill-opacity: 0.16; }
.chart path.band.stale { fill: #999999; fill-opacity: 0.12; }
.range { margin-bottom: 0.6rem; font-size: 0.9rem; color: var(--key-ink); }
.range.stale { color: var(--muted); font-style: italic; }
.chart line.level { stroke: #444444; stroke-width: 1.5; stroke-dasharray: 1.5 3; }
.chart line.pointed { stroke: #999999; }
.chart .end text { font-weight: bold; fill: var(--key-ink); }
.chart .end line { stroke: var(--key); opacity: 0.6; }
.chart .end.level text { font-weight: normal; fill: #444444; }
.chart .end.level line { stroke: #444444; }
.readout { min-height: 1.4rem; margin-top: 0.2rem; display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.875rem; }
.readout span { color: var(--key-ink); font-weight: bold; }
.pair { display: grid; gap: 0 2rem; margin-top: 0.8rem; grid-template-columns: minmax(0, 1fr); }
details.values { font-size: 0.875rem; }
details.long { margin: 0.4rem 0; }
details.long > ul { margin: 0.4rem 0 0.8rem 1.1rem; list-style: disc; font-size: 0.875rem; max-width: 60rem; }
details.long td:last-child { min-width: 14rem; overflow-wrap: anywhere; }
.citation { max-width: 60rem; padding: 0.7rem 0.9rem; background: var(--ground); border-left: 4px solid var(--link); overflow-wrap: anywhere; font-size: 0.9rem; }
.share .buttons { margin-top: 0.7rem; }
.strip { flex-wrap: wrap; position: sticky; bottom: 0; z-index: 3; display: flex; gap: 0 1rem; justify-content: space-around; padding: 0.45rem 1rem; background: #ffffff; border-top: 1px solid #767676; box-shadow: 0 -2px 8px rgba(0, 0, 0, 0.12); }
.strip span { color: var(--key-ink); font-weight: bold; font-size: 1.0625rem; white-space: nowrap; }
`;

const WIDE = `\
@media (min-width: 40rem) {
  header, .answers, .controls, .results, footer { padding-left: 2rem; padding-right: 2rem; }
  .cards.of-2, .cards.of-4 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .controls > .field, .controls > .all-columns { max-width: 40rem; }
}
@media (max-width: 40rem) {
  .valuation { grid-template-columns: minmax(0, 1fr); }
  th, td { padding: 0.3em 0.45em; }
}
@media (min-width: 60rem) {
  #explorer {
    display: grid;
    grid-template-columns: clamp(19rem, 30vw, 23rem) minmax(0, 1fr);
    grid-template-rows: auto auto auto 1fr auto;
  }
  main { display: contents; }
  header, .answers, .results, footer, .problems { grid-column: 2; max-width: 84rem; }
  .controls {
    grid-column: 1;
    grid-row: 1 / span 20;
    position: sticky;
    top: 0;
    align-self: start;
    max-height: 100vh;
    min-height: 100vh;
    overflow-y: auto;
    margin: 0;
    padding: 1.25rem 1.25rem;
    border-top: 0;
    border-right: 1px solid var(--line);
    border-left: 6px solid var(--key);
  }
  .strip { display: none; }
}
@media (min-width: 40rem) and (max-width: 60rem), (min-width: 72rem) {
  .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (min-width: 40rem) and (max-width: 60rem) {
  .controls { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2.5rem; }
  .controls > h2, .controls > .source { grid-column: 1 / -1; }
}
@media (min-width: 84rem) {
  .cards.of-4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .cards.of-4 .digits { font-size: 2.5rem; }
}
.answers { container-type: inline-size; }
@container (min-width: 30rem) {
  .cards.of-3 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@container (min-width: 44rem) {
  .cards.of-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .cards.of-3 .digits { font-size: 2.6rem; }
}
@container (min-width: 46rem) {
  .cards.of-1 .card { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 24rem); gap: 0 2.5rem; align-items: start; }
  .cards.of-1 .card > * { grid-column: 1; }
  .cards.of-1 .card > h3, .cards.of-1 .card > .of { grid-column: 1 / -1; }
  .cards.of-1 .facts { grid-column: 2; grid-row: 3 / span 5; align-self: center; margin: 0; }
  .cards.of-1 .digits { font-size: clamp(3rem, 8cqi, 4.5rem); }
}
@media (prefers-reduced-motion: no-preference) {
  .card { transition: box-shadow 0.15s; }
}
`;

const PRINT = `\
@media print {
  @page { size: A4; margin: 15mm; }
  body { font-size: 10pt; }
  #explorer { display: block; }
  .controls, .buttons, .switch, .strip, .skip, details:not([open]), .readout { display: none; }
  header, .answers, .results, footer { padding-left: 0; padding-right: 0; max-width: none; }
  .card, figure, tr, .citation { break-inside: avoid; }
  .card.active { box-shadow: none; }
  .heading, .share > h2 { margin-top: 14pt; break-after: avoid; }
  .banner, .badge, .card, .key line, .chart path, .chart line { print-color-adjust: exact; }
  .inputs:not(:has(details[open])) { display: none; }
  .scroll { overflow: visible; }
  .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;

/** Layout and type of the page, of one family with the documents'. */
export const EXPLORER_STYLE = [
  PAGE_COLOURS,
  BASE,
  KEYS,
  HEAD,
  ANSWERS,
  CONTROLS,
  RESULTS,
  WIDE,
  PRINT,
].join("");
