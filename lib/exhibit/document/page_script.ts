/**
 * What a document's page does where scripts run: opens what a link leads to, opens
 * everything for printing and, if there is a ledger, filters it. Without scripts everything
 * is there.
 */
export const PAGE_SCRIPT = `\
"use strict";
(() => {
  const form = document.getElementById("ledger-filter");
  const count = document.getElementById("ledger-count");
  const rows = [...document.querySelectorAll("#ledger-table tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const { item, status, kind, text } = Object.fromEntries(new FormData(form));
    const words = text.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const isShown = (!item || row.dataset.item === item) &&
        (!status || row.dataset.status === status) &&
        (!kind || row.dataset.kind === kind) &&
        words.every((word) => texts[index].includes(word));
      row.hidden = !isShown;
      if (isShown) shown++;
    });
    count.textContent = shown + " of " + rows.length + " numbers";
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    for (const link of document.querySelectorAll("a[data-item]")) {
      link.addEventListener("click", () => {
        form.reset();
        form.elements.namedItem("item").value = link.dataset.item;
        filter();
      });
    }
  }

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden && form) {
      form.reset();
      filter();
    }
    for (let at = target; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
    }
    target.scrollIntoView();
    const summary = target.querySelector(":scope > summary");
    if (summary) summary.focus({ preventScroll: true });
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open]):not(.values)")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  // A box that holds all of its table is no stop on the way through the page by keyboard.
  const boxes = document.querySelectorAll(".scroll, .figure");
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const isScrolled = target.scrollWidth > target.clientWidth + 1 ||
        target.scrollHeight > target.clientHeight + 1;
      if (isScrolled) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of boxes) observer.observe(box);
})();
`;
