// What a page can do beyond being read. Without it everything is there, unfolded and in order.
"use strict";
(() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const deals = all(".deal");
  const rows = all("#deals tbody tr");
  const tools = one(".tools");

  // Deep links: what a link leads to is unfolded.
  const unfold = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const details = target && (target.querySelector("details") || target.closest("details"));
    if (details) {
      details.open = true;
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", unfold);

  if (tools) {
    tools.hidden = false;
    const text = one("#filter");
    const stage = one("#stage");
    const risk = one("#risk");
    const count = one("#count");
    const filter = () => {
      const wanted = text.value.trim().toLowerCase();
      let shown = 0;
      const apply = (element) => {
        const fits =
          (!wanted || element.dataset.words.includes(wanted)) &&
          (!stage.value || element.dataset.stage === stage.value) &&
          (!risk.checked || element.dataset.risk === "yes");
        element.hidden = !fits;
        return fits;
      };
      rows.forEach(apply);
      deals.forEach((deal) => { if (apply(deal)) shown += 1; });
      count.textContent = `${shown}/${deals.length}`;
    };
    [text, stage, risk].forEach((input) => input.addEventListener("input", filter));
    tools.addEventListener("submit", (event) => event.preventDefault());
    one("#fold").addEventListener("click", () => {
      const folds = all(".deal > details");
      const open = !folds.some((fold) => fold.open);
      folds.forEach((fold) => { fold.open = open; });
    });
    filter();
  }

  const theme = one("#theme");
  if (theme) {
    theme.hidden = false;
    theme.addEventListener("click", () => {
      const root = document.documentElement;
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : window.matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
  }

  // Sorting by a column: numbers as numbers, the rest as text.
  all("#deals thead th[data-sort]").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      all("#deals thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.key || "";
      const sorted = rows.slice().sort((left, right) => {
        const [a, b] = [key(left), key(right)];
        const order = a !== "" && b !== "" && !isNaN(a) && !isNaN(b) ? a - b : a < b ? -1 : a > b ? 1 : 0;
        return up ? order : -order;
      });
      one("#deals tbody").append(...sorted);
    });
  });

  // Keys: / to the filter, j and k to the next and last deal, o folds it.
  let at = -1;
  const go = (step) => {
    const shown = deals.filter((deal) => !deal.hidden);
    if (!shown.length) return;
    at = Math.max(0, Math.min(shown.length - 1, at + step));
    shown[at].querySelector("summary").focus();
    shown[at].scrollIntoView({ block: "start" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest && event.target.closest("input, select, textarea");
    if (field) {
      if (event.key === "Escape") field.blur();
      return;
    }
    if (event.key === "/" && one("#filter")) {
      event.preventDefault();
      one("#filter").focus();
    } else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "o") {
      const fold = document.activeElement && document.activeElement.closest("details");
      if (fold) fold.open = !fold.open;
    }
  });

  // What is folded is printed all the same.
  window.addEventListener("beforeprint", () => all("details").forEach((fold) => { fold.open = true; }));
  unfold();
})();
