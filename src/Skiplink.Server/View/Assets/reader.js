// What the page can do better with scripts: tabs, type size, light and dark, filter, copying, dropping a file, showing an item in the text.
"use strict";
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const stored = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* Private windows store nothing. */ } },
};

function setUpTools() {
  for (const key of ["theme", "size"]) {
    const value = stored.get(`sk-${key}`);
    if (value) root.dataset[key] = value;
  }
  const tools = document.querySelector(".tools");
  if (!tools) return;
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const what = event.target.dataset.do;
    if (what === "theme") {
      const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = isDark ? "light" : "dark";
      stored.set("sk-theme", root.dataset.theme);
    } else if (what) {
      const size = Number(root.dataset.size ?? 2) + (what === "larger" ? 1 : -1);
      root.dataset.size = String(Math.min(4, Math.max(1, size)));
      stored.set("sk-size", root.dataset.size);
    }
  });
}

function setUpViews() {
  const views = all(".view");
  if (views.length === 0) return;
  root.classList.add("js");
  const links = all(".views a[href^='#']");
  const show = (id) => {
    const view = views.find((v) => v.id === id) ?? views[0];
    for (const v of views) v.classList.toggle("shown", v === view);
    for (const link of links) {
      if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  // A note's link leads into a view: show the view that it leads to.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const view = target?.closest(".view");
    if (view) { show(view.id); if (view !== target) target.scrollIntoView(); }
  };
  show("sk-read");
  follow();
  addEventListener("hashchange", follow);
}

function setUpFilter() {
  const filter = document.querySelector(".filter");
  if (!filter) return;
  filter.hidden = false;
  const show = document.getElementById("sk-show"), find = document.getElementById("sk-find"), found = document.getElementById("sk-found");
  const apply = () => {
    const words = find.value.trim().toLowerCase();
    let count = 0;
    for (const item of all(".blocks li:not(.folded)")) {
      const isWanted = (!show.value || item.classList.contains(show.value)) && item.textContent.toLowerCase().includes(words);
      item.hidden = !isWanted;
      count += isWanted ? 1 : 0;
    }
    for (const fold of all(".blocks li.folded")) {
      fold.hidden = !fold.querySelector("li:not([hidden])");
      if (words) fold.querySelector("details").open = !fold.hidden;
    }
    found.textContent = words || show.value ? `${count} blocks` : "";
  };
  show.addEventListener("change", apply);
  find.addEventListener("input", apply);
}

function setUpStory() {
  const text = document.getElementById("sk-story-text");
  if (!text || !globalThis.CSS?.highlights) return;
  const place = (start, end) => {
    const range = document.createRange(), walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let at = 0, isOpen = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = at + node.length;
      if (!isOpen && start < next) { range.setStart(node, start - at); isOpen = true; }
      if (isOpen && end <= next) { range.setEnd(node, end - at); return range; }
      at = next;
    }
    return null;
  };
  const point = (event, isScrolled) => {
    const item = event.target.closest?.(".item");
    const range = item && place(Number(item.dataset.start), Number(item.dataset.end));
    if (!range) return;
    CSS.highlights.set("sk-place", new Highlight(range));
    if (isScrolled) {
      event.preventDefault();
      (document.getElementById(item.hash.slice(1)) ?? text).scrollIntoView({ block: "center" });
    }
  };
  const items = document.querySelector(".items");
  items.addEventListener("mouseover", (event) => point(event, false));
  items.addEventListener("focusin", (event) => point(event, false));
  items.addEventListener("click", (event) => point(event, true));
}

function setUpCopying() {
  for (const button of all("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const area = document.getElementById(button.dataset.copy), label = button.textContent;
      try { await navigator.clipboard.writeText(area.value); button.textContent = "Copied"; }
      catch { area.select(); button.textContent = "Press Ctrl-C"; }
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}

function setUpForms() {
  const status = document.getElementById("sk-status");
  for (const form of all("form[data-progress]"))
    form.addEventListener("submit", () => { status.textContent = form.dataset.progress; });
  // Coming back from a page, nothing is being fetched any more.
  addEventListener("pageshow", () => { if (status) status.textContent = ""; });
  const file = document.getElementById("sk-file");
  if (!file) return;
  const card = file.closest(".card");
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      event.preventDefault();
      card.classList.toggle("over", type === "dragover");
      if (type === "drop" && event.dataTransfer?.files.length) {
        file.files = event.dataTransfer.files;
        card.requestSubmit();
      }
    });
  }
}

for (const setUp of [setUpTools, setUpViews, setUpFilter, setUpStory, setUpCopying, setUpForms]) setUp();
