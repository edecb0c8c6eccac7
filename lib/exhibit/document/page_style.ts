import { PAGE_COLOURS } from "./page_colours.ts";

/**
 * Cells of a wordy table in a column, each with its heading before it, and the rows of a
 * ledger as cards: what has no room beside each other on a narrow screen.
 */
const STACKED = `\
  .stacked table, .stacked caption, .stacked tbody, .stacked tr, .stacked tbody th, .stacked td {
    display: block;
  }
  .stacked thead {
    display: block;
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  main div.jkp-table.stacked.stacked tbody tr > *, main div.jkp-table.stacked.stacked tbody tr > *.long {
    min-width: 0;
    max-width: none;
    padding: 0.1em 0.2em;
    border: 0;
    text-align: left;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  main div.jkp-table.stacked.stacked tbody tr { padding: 0.5em 0; }
  main div.jkp-table.stacked.stacked tbody tr + tr { border-top: 1px solid var(--line); }
  main div.jkp-table.stacked.stacked tbody th { font-weight: bold; }
  .stacked td:empty { display: none; }
  .stacked td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
  .stacked.numbers tbody tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .stacked.numbers tbody tr[hidden] { display: none; }
  .stacked.numbers tbody tr > * { grid-column: 1 / -1; }
  div.jkp-table.stacked.numbers tbody td.number { grid-column: auto; }
  .stacked.numbers td.number::before, .stacked.numbers td.words::before {
    display: block;
    font-size: 0.86em;
    color: var(--muted);
  }
  .ledger .stacked.numbers tbody tr { grid-template-columns: repeat(4, minmax(0, 1fr)); }
`;

/**
 * Layout and type of a document's page on a screen. One sheet serves all documents, those
 * with a ledger or with what is behind a number among them.
 */
export const PAGE_STYLE = `\
${PAGE_COLOURS}* { box-sizing: border-box; }
html { scroll-behavior: auto; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  color: var(--ink);
  background: #ffffff;
  font: 16px/1.55 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
}
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, select:focus-visible, input:focus-visible,
button:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid #d55e00;
  outline-offset: 2px;
}
.skip { position: absolute; left: -100rem; padding: 0.6rem 1rem; background: #ffffff; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 3; }
main > *, footer { padding: 0 1rem; }
main > .contents { padding: 0; }
header { padding-top: 1.5rem; }
header p, .summary { max-width: 46rem; }
.summary { margin: 1rem 0; padding: 0; list-style: none; font-size: 1.0625rem; }
.summary li { margin: 0 0 0.5rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; }
h2 {
  margin: 3.5rem 0 1rem;
  padding-bottom: 0.3rem;
  font-size: 1.45rem;
  border-bottom: 3px solid var(--ink);
}
h3 { margin: 2.6rem 0 0.4rem; font-size: 1.1rem; }
header + section > h2 { margin-top: 1.5rem; }
.legend { max-width: 60rem; font-size: 0.9rem; }
.counts, .hint { margin: 0 0 0.8rem; font-size: 0.875rem; color: var(--muted); }
.badge, .banner {
  border: 1px solid #c98a3d;
  background: var(--warning);
  color: var(--warning-ink);
}
.badge { padding: 0.1em 0.5em; border-radius: 0.3em; font-size: 0.93em; }
.banner { margin: 1rem 0; padding: 0.7rem 1rem; border-left-width: 6px; }
.contents {
  margin-top: 2rem;
  position: sticky;
  top: 0;
  z-index: 2;
  font-size: 0.9rem;
  background: #ffffff;
  border: solid var(--line);
  border-width: 1px 0;
}
.contents details { margin: 0; }
.contents summary { padding: 0.6rem 1rem; color: inherit; overflow: hidden; }
.contents summary, .contents h2 { white-space: nowrap; }
.contents summary { text-overflow: ellipsis; }
.contents summary:focus-visible { outline-offset: -3px; }
.contents .present:not(:empty)::before { content: " \u00b7 "; }
.contents details > ul { max-height: 60vh; padding: 0 1rem 1rem; overflow-y: auto; }
.contents [aria-current] { color: var(--ink); font-weight: bold; text-decoration: underline; }
.contents.follows li:not(.within) > ul { display: none; }
.contents h2 { display: inline; margin: 0; padding: 0; font-size: 1rem; border: 0; }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents ul ul { padding: 0.1rem 0 0.3rem 0.9rem; font-size: 0.93em; }
.contents li { margin: 0.12rem 0; }
.contents a { display: inline-block; padding: 0.12rem 0; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents .chapter { font-weight: bold; }
.part h3 + .counts { margin-top: 0; }
.drawn { padding-top: 2.2rem; }
.figure svg { display: block; max-width: 100%; height: auto; }
.figure svg.narrow { display: none; }
button {
  min-height: 2.4rem;
  padding: 0.3rem 0.8rem;
  font: inherit;
  font-size: 0.9rem;
  color: var(--ink);
  background: #ffffff;
  border: 1px solid #767676;
  border-radius: 0.25rem;
}
.more {
  margin: 0.3rem 0;
  padding: 0.1rem 0.5rem;
  font-size: 0.8125rem;
  color: var(--ink);
  background: var(--ground);
  border-left: 4px solid var(--link);
}
.more[hidden] { display: none; }
.scroll.goes-on { box-shadow: inset -14px 0 10px -10px rgba(0, 0, 0, 0.35); }
.scroll.came-from { box-shadow: inset 14px 0 10px -10px rgba(0, 0, 0, 0.35); }
.scroll.goes-on.came-from {
  box-shadow: inset -14px 0 10px -10px rgba(0, 0, 0, 0.35),
    inset 14px 0 10px -10px rgba(0, 0, 0, 0.35);
}
/* Without scripts no line can say that a table goes on: its edge does. */
@media (scripting: none) {
  .scroll {
    background:
      linear-gradient(to left, #ffffff 30%, transparent) right / 3rem 100% no-repeat local,
      linear-gradient(to left, rgba(0, 0, 0, 0.35), transparent) right / 0.9rem 100% no-repeat;
  }
}
details { margin: 0.7rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; color: var(--link); }
details.cell > summary { color: var(--ink); }
details.cell, .chain > details {
  margin: 0;
  padding: 0.35rem 0.2rem;
  border-top: 1px solid var(--line);
}
.chain > details:last-child { border-bottom: 1px solid var(--line); }
details.cell p { max-width: 46rem; margin: 0.5rem 0; }
.found { font-weight: bold; white-space: nowrap; }
.mark {
  display: inline-block;
  min-width: 2em;
  padding: 0 0.25em;
  border-radius: 0.7em;
  font-size: 0.86em;
  font-weight: normal;
  line-height: 1.35;
  text-align: center;
}
.mark.reproduced { background: #d3efe4; color: #00432f; }
.mark.not_counted { background: #dcebf7; color: #003a5c; }
.mark.differs { background: #fbdcc8; color: #6e2f00; border-radius: 0; font-weight: bold; }
.mark.none { background: #e6e6e6; color: #333333; }
.drawn > h3, .part div.jkp-table caption {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
}
.part details div.jkp-table { margin-top: 0.4rem; }
div.jkp-table { margin: 0.8rem 0 1.2rem; }
div.jkp-table caption span { display: inline-block; position: sticky; left: 0; }
div.jkp-table td a { color: var(--link); }
div.jkp-table td.note { min-width: 12rem; max-width: 26rem; color: var(--muted); }
div.jkp-table td.words { min-width: 7rem; max-width: 14rem; overflow-wrap: anywhere; }
.ledger div.jkp-table td.words { min-width: 5rem; max-width: 9rem; }
.ledger div.jkp-table th, .ledger div.jkp-table td { padding: 0.28em 0.3em; }
.ledger div.jkp-table td.note { min-width: 9rem; }
.ledger div.jkp-table th[scope="row"] { min-width: 11rem; }
div.jkp-table th[scope="row"] { min-width: 7rem; max-width: 22rem; }
div.jkp-table th.number[scope="row"] { min-width: 0; }
.choices div.jkp-table, .rows.jkp-table { font-size: 13px; }
.ledger div.jkp-table { font-size: 12px; }
.ledger div.jkp-table td.unit { min-width: 4rem; max-width: 8rem; }
div.jkp-table td.long { min-width: 11em; }
.ledger div.jkp-table .scroll { max-height: min(75vh, 60rem); overflow-y: auto; }
.ledger div.jkp-table thead th { position: sticky; top: 0; background: #ffffff; }
.ledger div.jkp-table caption, .filter [hidden] { display: none; }
.ledger tr:target { background: #fff7c7; }
.filter {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
  gap: 0.6rem 1rem;
  align-items: end;
  padding: 0.9rem 1rem;
  background: var(--ground);
  border: 1px solid var(--line);
}
.filter[hidden] { display: none; }
.filter label { display: block; font-size: 0.85rem; font-weight: bold; }
.filter select, .filter input, .filter button {
  width: 100%;
  min-height: 2.4rem;
  padding: 0.3rem 0.5rem;
  font: inherit;
  font-size: 0.95rem;
}
.filter select, .filter input {
  color: var(--ink);
  background: #ffffff;
  border: 1px solid #767676;
  border-radius: 0.25rem;
}
.filter p { grid-column: 1 / -1; margin: 0; font-size: 0.9rem; }
dl.provenance { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; margin: 0; }
dl.provenance dt { font-weight: bold; overflow-wrap: anywhere; }
dl.provenance dd { margin: 0 0 0.4rem; overflow-wrap: anywhere; }
dl.provenance dd { font: 0.85em/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; }
footer { margin-top: 3rem; padding-bottom: 2rem; font-size: 0.9rem; color: var(--muted); }

@media (max-width: 40rem) {
  html { scroll-padding-top: 3.5rem; }
  div.jkp-table th, div.jkp-table td { padding-left: 0.35em; padding-right: 0.35em; }
  div.jkp-table, div.jkp-table.dense { font-size: 13px; }
  div.jkp-table th[scope="row"] { min-width: 5.5rem; max-width: 9rem; overflow-wrap: break-word; }
  div.jkp-table .mark { margin-left: 0; min-width: 1.6em; padding: 0; }
  div.jkp-table td.number.compared .published { padding-right: 1.85em; }
  /* Names stay in sight while their numbers pass. */
  .scroll.goes-on th:first-child, .scroll.came-from th:first-child {
    position: sticky;
    left: 0;
    background: #ffffff;
  }
  div.jkp-table caption span { max-width: calc(100vw - 2.2rem); }
  .figure svg.wide { display: none; }
  .figure svg.narrow { display: block; }
  div.jkp-table td.long { min-width: 22em; }
${STACKED}}
@media (min-width: 40rem) {
  main > *, footer { padding-left: 2rem; padding-right: 2rem; }
  dl.provenance { grid-template-columns: minmax(12rem, 1fr) minmax(0, 3fr); }
}
@media (min-width: 70rem) {
  main { display: grid; grid-template-columns: 17rem minmax(0, 1fr); align-content: start; }
  main > * { grid-column: 2; max-width: 80rem; padding: 0 1.5rem; }
  header { padding-top: 1.5rem; }
  .contents {
    grid-column: 1;
    grid-row: 1 / span 100;
    align-self: start;
    max-height: 100vh;
    margin: 0;
    overflow-y: auto;
    border: 0;
  }
  .contents summary { padding: 1.5rem 1rem 0.4rem 2rem; list-style: none; cursor: auto; }
  .contents summary::-webkit-details-marker { display: none; }
  .contents .present { display: none; }
  .contents details > ul { max-height: none; padding: 0 1rem 2rem 2rem; }
  footer { padding-left: 18.5rem; }
}
`;
