/**
 * The style of every table that `tableToHtml` makes: put it once in a page's `<style>`.
 *
 * Colours of text are taken from the page, so that the tables also suit a dark one; marks
 * bring their own ground.
 */
export const TABLE_STYLE = `\
div.jkp-table {
  margin: 1.5em 0;
  font: 14px/1.4 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: lining-nums tabular-nums;
  color: inherit;
}
div.jkp-table .scroll { position: relative; overflow-x: auto; max-width: 100%; }
div.jkp-table .scroll ~ .scroll { margin-top: 1.2em; }
div.jkp-table table {
  border-collapse: collapse;
  margin: 0;
  font: inherit;
  color: inherit;
}
div.jkp-table caption {
  padding: 0 0 0.6em;
  text-align: left;
  font-weight: bold;
  color: inherit;
}
div.jkp-table th, div.jkp-table td {
  padding: 0.28em 0.7em;
  border: 0;
  background: none;
  vertical-align: top;
}
/* The class twice: Jupyter's own rule, which sets all cells right, is as strong as one. */
div.jkp-table.jkp-table th, div.jkp-table.jkp-table td { text-align: left; }
div.jkp-table.jkp-table thead th.group { text-align: center; }
div.jkp-table.jkp-table th.number, div.jkp-table.jkp-table td.number { text-align: right; }
div.jkp-table th:first-child, div.jkp-table td:first-child { padding-left: 0.2em; }
div.jkp-table thead th { vertical-align: bottom; font-weight: bold; }
div.jkp-table thead th.group { border-bottom: 1px solid; }
div.jkp-table thead .unit {
  display: block;
  font-size: 0.86em;
  font-weight: normal;
  opacity: 0.78;
}
div.jkp-table thead { border-top: 2px solid; border-bottom: 1px solid; }
div.jkp-table tbody { border-bottom: 2px solid; }
div.jkp-table tbody th { font-weight: normal; }
div.jkp-table tbody tr.heading > th { padding-top: 0.7em; font-weight: bold; }
div.jkp-table tbody th, div.jkp-table tbody td { min-width: 3.2em; }
div.jkp-table.dense { font-size: 13px; }
div.jkp-table.dense th, div.jkp-table.dense td { padding-left: 0.4em; padding-right: 0.4em; }
div.jkp-table tbody tr + tr > * { border-top: 1px solid rgba(128, 128, 128, 0.22); }
div.jkp-table tbody tr:hover { background: rgba(128, 128, 128, 0.1); }
div.jkp-table th.number, div.jkp-table td.number { white-space: nowrap; }
div.jkp-table th.unbroken, div.jkp-table td.unbroken { white-space: nowrap; }
div.jkp-table thead th.unbroken { white-space: normal; }
div.jkp-table td.long { min-width: 20em; max-width: 44em; overflow-wrap: anywhere; }
div.jkp-table thead th.number { white-space: normal; }
div.jkp-table .published { display: block; font-size: 0.86em; opacity: 0.78; }
div.jkp-table td.number.compared .published { padding-right: 2.63em; }
div.jkp-table .mark {
  display: inline-block;
  min-width: 2em;
  padding: 0 0.15em;
  margin-left: 0.3em;
  box-sizing: border-box;
  border-radius: 0.7em;
  font-size: 0.86em;
  line-height: 1.35;
  text-align: center;
  color: #222222;
}
div.jkp-table .mark.reproduced { background: #d3efe4; color: #00432f; }
div.jkp-table .mark.not_counted { background: #dcebf7; color: #003a5c; }
div.jkp-table .mark.differs {
  background: #fbdcc8;
  color: #6e2f00;
  border-radius: 0;
  font-weight: bold;
}
div.jkp-table .mark.none { background: #e6e6e6; color: #333333; }
div.jkp-table .unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
div.jkp-table p.foot {
  margin: 0.35em 0 0;
  padding: 0 0.2em;
  max-width: 62em;
  font-size: 0.86em;
  line-height: 1.45;
  opacity: 0.82;
}
`;
