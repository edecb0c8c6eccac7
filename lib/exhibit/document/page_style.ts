/**
 * Layout and type of a document's page on a screen. One sheet serves all documents, those
 * with a ledger or with what is behind a number among them.
 */
export const PAGE_STYLE = `\
:root {
  --ink: #222222;
  --muted: #555555;
  --line: #d4d4d4;
  --link: #00558a;
  --ground: #f5f6f7;
  --warning: #fff1dc;
  --warning-ink: #5c2b00;
}
* { box-sizing: border-box; }
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
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 2; }
header, main, .contents, footer { padding: 0 1rem; }
header { padding-top: 1.5rem; border-bottom: 1px solid var(--line); }
header p { max-width: 46rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; }
h2 {
  margin: 3.5rem 0 1rem;
  padding-bottom: 0.3rem;
  font-size: 1.45rem;
  border-bottom: 3px solid var(--ink);
}
h3 { margin: 2.6rem 0 0.4rem; font-size: 1.1rem; }
main > section:first-child > h2 { margin-top: 1.5rem; }
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
  max-height: 26rem;
  overflow-y: auto;
  padding-bottom: 1rem;
  font-size: 0.9rem;
  border-bottom: 1px solid var(--line);
}
.contents h2 { margin: 1.2rem 0 0.4rem; font-size: 1rem; border: 0; }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents ul ul { padding: 0.1rem 0 0.3rem 0.9rem; font-size: 0.93em; }
.contents li { margin: 0.12rem 0; }
.contents a { display: inline-block; padding: 0.12rem 0; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents .chapter { font-weight: bold; }
.part h3 + .counts { margin-top: 0; }
.drawn { padding-top: 2.2rem; }
.figure { overflow-x: auto; }
.figure svg { display: block; min-width: 36rem; max-width: 100%; height: auto; }
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
div.jkp-table td.note { min-width: 16rem; max-width: 26rem; color: var(--muted); }
div.jkp-table td.words { min-width: 7rem; max-width: 14rem; overflow-wrap: anywhere; }
.ledger div.jkp-table td.words { min-width: 5rem; max-width: 9rem; }
.ledger div.jkp-table th, .ledger div.jkp-table td { padding: 0.28em 0.45em; }
div.jkp-table th[scope="row"] { min-width: 7rem; max-width: 22rem; }
div.jkp-table th.number[scope="row"] { min-width: 0; }
.ledger div.jkp-table, .choices div.jkp-table, .rows.jkp-table { font-size: 13px; }
.ledger div.jkp-table td.status, .ledger div.jkp-table td.kind { white-space: nowrap; }
.ledger div.jkp-table td.unit { min-width: 5rem; max-width: 8rem; }
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

@media (min-width: 40rem) {
  header, main, .contents, footer { padding-left: 2rem; padding-right: 2rem; }
  dl.provenance { grid-template-columns: minmax(12rem, 1fr) minmax(0, 3fr); }
}
@media (min-width: 70rem) {
  body { display: grid; grid-template-columns: 18rem minmax(0, 1fr); }
  header, footer { grid-column: 1 / -1; }
  .contents {
    position: sticky;
    top: 0;
    align-self: start;
    max-height: 100vh;
    overflow-y: auto;
    padding: 0.5rem 1rem 2rem 2rem;
    border: 0;
  }
  main { max-width: 78rem; padding-left: 1.5rem; border-left: 1px solid var(--line); }
}
`;
