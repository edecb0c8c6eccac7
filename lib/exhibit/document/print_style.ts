/**
 * A document's page on paper: A4, everything open, wide tables made to fit. The foot
 * of each page says so when data are synthetic; no text from data stands in a style.
 */
export function printStyleOf(isSynthetic: boolean): string {
  const foot = isSynthetic ? "JKP Lab. Synthetic data." : "JKP Lab.";
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
  body, main { display: block; font-size: 10pt; }
  main > *, footer { padding: 0; max-width: none; }
  header { padding: 0; }
  .summary { max-width: none; font-size: 10.5pt; }
  .summary li { margin-bottom: 3pt; }
  .banner { margin: 8pt 0; padding: 4pt 8pt; font-size: 9pt; }
  .contents { position: static; margin: 14pt 0 0; border: 0; font-size: 8.5pt; }
  .contents details > ul { columns: 2; max-height: none; padding: 0; overflow: visible; }
  .contents.follows li > ul, .contents.follows li:not(.within) > ul { display: block; }
  .contents .present, .more, button.larger, .folded dl { display: none; }
  .contents summary, .contents h2 { padding: 0; }
  .contents [aria-current] { font-weight: inherit; text-decoration: none; }
  .contents li { break-inside: avoid; }
  .contents a, a { color: inherit; text-decoration: none; }
  .skip, .filter, .hint, .counts a { display: none; }
  h2 { margin-top: 0; font-size: 15pt; break-before: page; }
  header + section > h2, .contents h2 { break-before: auto; }
  h3 { margin-top: 14pt; font-size: 11.5pt; }
  h2, h3, summary, .counts { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .figure, div.jkp-table tr, .banner { break-inside: avoid; }
  .figure, div.jkp-table .scroll, .ledger div.jkp-table .scroll {
    overflow: visible;
    max-height: none;
    background: none;
    box-shadow: none;
  }
  .figure svg, .figure.larger svg { width: auto; max-width: 132mm; }
  .drawn { padding-top: 8pt; }
  details.cell { break-inside: avoid; }
  details.cell p { max-width: none; margin: 2pt 0; font-size: 8.5pt; }
  .links, details.cell p a { display: none; }
  div.jkp-table, .ledger div.jkp-table, .choices div.jkp-table, .rows.jkp-table {
    font-size: 7.5pt;
    line-height: 1.3;
  }
  div.jkp-table th, div.jkp-table td { padding: 1.5pt 4pt; }
  div.jkp-table table { max-width: 100%; }
  div.jkp-table thead { display: table-header-group; }
  div.jkp-table td.note { min-width: 0; }
  div.jkp-table td.words, div.jkp-table th[scope="row"] { min-width: 0; }
  .ledger div.jkp-table thead th { position: static; }
  .ledger div.jkp-table { font-size: 6.5pt; }
  .ledger div.jkp-table td, .ledger div.jkp-table th { padding: 1pt 3pt; }
  .ledger div.jkp-table td.kind { white-space: nowrap; }
  .ledger div.jkp-table td.words, .ledger div.jkp-table td.unit { max-width: 32mm; }
  .ledger div.jkp-table th[scope="row"] { max-width: 52mm; }
  .ledger div.jkp-table td.note { max-width: 80mm; }
  .mark { border: 0.5pt solid; }
  .ledger, .choices, .annexes { page: wide; }
  details:not(.folded)::details-content { content-visibility: visible; display: block; }
  summary { list-style: none; color: inherit; font-weight: bold; }
  summary::-webkit-details-marker { display: none; }
  details.values { display: none; }
  .mark, .badge, .banner, div.jkp-table .mark { print-color-adjust: exact; }
}
`;
