/**
 * What a document's page does where scripts run: opens what a link leads to, opens
 * everything for printing, says which tables go on beyond the screen, marks in the contents
 * where the reader is and, if there is a ledger, filters it. Without scripts everything is
 * there.
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
    closed = [...document.querySelectorAll("details:not([open]):not(.values):not(.folded)")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  // A box that holds all of its table is no stop on the way through the page by keyboard;
  // one that does not says that it goes on, and where to.
  const hints = new Map();
  const look = (box) => {
    const beyond = box.scrollWidth - box.clientWidth;
    const isWide = beyond > 1;
    if (isWide || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
    box.classList.toggle("goes-on", isWide && box.scrollLeft < beyond - 1);
    box.classList.toggle("came-from", isWide && box.scrollLeft > 1);
    if (isWide && !hints.has(box)) {
      const hint = document.createElement("p");
      hint.className = "more";
      hint.textContent = "Scroll sideways for more columns \u2192";
      box.before(hint);
      hints.set(box, hint);
    }
    if (hints.has(box)) hints.get(box).hidden = !isWide;
  };
  const boxes = [...document.querySelectorAll(".scroll")];
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) look(target.closest(".scroll"));
  });
  for (const box of boxes) {
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    box.addEventListener("scroll", () => look(box), { passive: true });
  }

  // The contents follow the reader: open beside the page where there is room, else folded.
  const contents = document.querySelector(".contents");
  const fold = contents.querySelector("details");
  const present = contents.querySelector(".present");
  const links = [...contents.querySelectorAll("a")];
  const places = links.map(({ hash }) => document.getElementById(hash.slice(1)));
  const wide = matchMedia("(min-width: 70rem)");
  const fit = () => {
    fold.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
  contents.classList.add("follows");
  contents.addEventListener("click", ({ target }) => {
    if (!wide.matches && target.closest("a")) fold.open = false;
    if (wide.matches && target.closest("summary")) setTimeout(fit);
  });
  let marked = null;
  const follow = () => {
    const line = innerHeight / 4;
    const at = places.findLastIndex((place) =>
      place && place.getBoundingClientRect().top <= line
    );
    const link = links[Math.max(at, 0)];
    if (!link || link === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    marked = link;
    link.setAttribute("aria-current", "true");
    present.textContent = link.textContent;
    const chapter = link.closest(".contents details > ul > li");
    for (const item of contents.querySelectorAll(".within")) item.classList.remove("within");
    chapter.classList.add("within");
    const list = wide.matches ? contents : fold.querySelector("ul");
    const { top, bottom } = link.getBoundingClientRect();
    const box = list.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) {
      list.scrollTop += top - box.top - list.clientHeight / 3;
    }
  };
  let isWaiting = false;
  const followSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      follow();
    });
  };
  addEventListener("scroll", followSoon, { passive: true });
  addEventListener("resize", followSoon);
  fold.addEventListener("toggle", followSoon);
  follow();
})();
`;
