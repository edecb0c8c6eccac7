import type { Words } from "@jkp/language";

/**
 * A document's page on paper: A4, everything open, wide tables made to fit. The foot
 * of each page says so when data are synthetic; no text from data stands in a style.
 */
export function printStyleOf(
  isSynthetic: boolean,
  { syntheticData }: Words["exhibit"]["page"],
): string {
  const foot = isSynthetic ? `JKP Lab. ${syntheticData}.` : "JKP Lab.";
  return PRINT_STYLE.replace("var(--foot)", JSON.stringify(foot));
}

const PRINT_STYLE = `\
@media print {
  @page {
    size: A4;
    margin: 17mm 15mm 18mm;
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Helvetica, Arial; }
    @bottom-left { content: var(--foot); font: 8pt Helvetica, Arial; }
  }
  @page wide { size: A4 landscape; }
  html { scroll-padding: 0; }
  body, main { display: block; font-size: 9.5pt; line-height: 1.4; }
  main > *, footer { padding: 0; max-width: none; }
  header { padding: 0; }
  h1 { margin-bottom: 4pt; font-size: 17pt; }
  header p { max-width: none; margin: 3pt 0; }
  .summary { max-width: none; margin: 6pt 0; font-size: 9.5pt; }
  .summary li { margin-bottom: 2pt; }
  .banner { margin: 8pt 0; padding: 4pt 8pt; font-size: 9pt; }
  .contents { position: static; margin: 8pt 0 0; border: 0; font-size: 7.5pt; break-inside: avoid; }
  .contents details > ul { columns: 3; max-height: none; padding: 0; overflow: visible; }
  .contents li > ul, .contents.follows li > ul { display: none; }
  .contents .present, .more, .folded dl { display: none; }
  .contents summary, .contents h2 { padding: 0; }
  .contents [aria-current] { font-weight: inherit; text-decoration: none; }
  .contents li { margin: 0; break-inside: avoid; }
  .contents li a { padding: 0; }
  .contents .chapter { font-weight: normal; }
  .contents a, a { color: inherit; text-decoration: none; }
  .skip, .filter, .hint, .counts a { display: none; }
  h2 { margin: 20pt 0 6pt; font-size: 14pt; }
  header + section > h2 { margin-top: 8pt; }
  h3 { margin-top: 14pt; font-size: 11.5pt; }
  h1, h2, h3, summary, caption { break-inside: avoid; }
  h2, h3, summary, caption, thead, .counts, .badge { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .figure, div.jkp-table tr, div.jkp-table p.foot, .banner { break-inside: avoid; }
  div.jkp-table .scroll, .ledger div.jkp-table .scroll {
    overflow: visible;
    max-height: none;
    background: none;
    box-shadow: none;
  }
  .figure svg.wide { display: block; width: auto; max-width: 124mm; }
  .figure svg.narrow { display: none; }
  .drawn { padding-top: 8pt; }
  details.cell { break-inside: avoid; }
  details.cell p { max-width: none; margin: 2pt 0; font-size: 8.5pt; }
  .links, details.cell p a { display: none; }
  .counts { margin: 2pt 0; font-size: 8.5pt; }
  div.jkp-table, div.jkp-table.dense, .choices div.jkp-table, div.jkp-table.rows {
    font-size: 7.5pt;
    line-height: 1.3;
  }
  div.jkp-table th, div.jkp-table td { padding: 1.5pt 4pt; }
  div.jkp-table table { max-width: 100%; }
  .rows.jkp-table table { width: 100%; }
  .rows td:nth-child(2) { min-width: 20mm; }
  div.jkp-table thead { display: table-header-group; }
  div.jkp-table tbody tr:nth-child(-n + 2), div.jkp-table tbody tr:last-child,
  div.jkp-table tr.heading + tr, div.jkp-table p.foot {
    break-before: avoid;
  }
  div.jkp-table .scroll:not(:has(tbody tr:nth-child(16))) { break-inside: avoid; }
  div.jkp-table td.words, div.jkp-table th[scope="row"] { min-width: 0; }
  div.jkp-table td.note { min-width: 0; max-width: none; }
  div.jkp-table.rows th[scope="row"] { min-width: 46mm; }
  .ledger div.jkp-table thead th { position: static; }
  .ledger div.jkp-table { font-size: 6.5pt; }
  .ledger div.jkp-table td, .ledger div.jkp-table th { padding: 1pt 3pt; }
  .ledger div.jkp-table td.kind { white-space: nowrap; }
  .ledger div.jkp-table td.words, .ledger div.jkp-table td.unit { max-width: 32mm; }
  .ledger div.jkp-table th[scope="row"] { min-width: 50mm; max-width: 60mm; }
  .ledger div.jkp-table td.note { max-width: 80mm; }
  main > #answer div.jkp-table { font-size: 8pt; }
  .mark { border: 0.5pt solid; }
  .ledger, .choices, .annexes { page: wide; }
  details:not(.folded)::details-content { content-visibility: visible; display: block; }
  summary { list-style: none; color: inherit; font-weight: bold; }
  summary::-webkit-details-marker { display: none; }
  details.values { display: none; }
  .mark, .badge, .banner, div.jkp-table .mark { print-color-adjust: exact; }
}
`;
