"use strict";
// Narrows and sorts the rows that the page already holds; without it all of them can be read.
(() => {
  const form = document.getElementById("tools");
  const table = document.getElementById("list");
  if (!form || !table) return;
  const bodies = Array.from(table.querySelectorAll("tbody.item"));
  const line = document.getElementById("shown");
  const none = document.getElementById("none");
  const field = (name) => form.elements.namedItem(name);
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const rows = bodies.map((body, place) => ({
    body,
    place,
    text: plain(body.textContent),
    units: (body.dataset.units || "").split("\n"),
    share: body.dataset.share === "" ? null : Number(body.dataset.share),
    grave: Number(body.dataset.grave),
  }));

  const wanted = (name) => {
    const control = field(name);
    return control ? control.value : "";
  };
  const fits = (row, words) =>
    words.every((word) => row.text.includes(word))
    && ["standing", "light", "project"].every(
      (name) => !wanted(name) || row.body.dataset[name] === wanted(name))
    && (!wanted("unit") || row.units.includes(wanted("unit")));

  const orders = {
    list: (a, b) => a.place - b.place,
    grave: (a, b) => a.grave - b.grave || a.place - b.place,
    low: (a, b) => (a.share ?? 9) - (b.share ?? 9) || a.place - b.place,
    high: (a, b) => (b.share ?? -1) - (a.share ?? -1) || a.place - b.place,
  };

  const show = () => {
    let count = 0;
    const words = wanted("words").split(/\s+/).map(plain).filter(Boolean);
    for (const row of rows) {
      row.body.hidden = !fits(row, words);
      if (!row.body.hidden) count += 1;
    }
    line.textContent = `显示 ${count} 项，共 ${rows.length} 项`;
    line.classList.toggle("filtered", count < rows.length);
    none.hidden = count > 0;
  };
  const sort = () => {
    for (const row of [...rows].sort(orders[wanted("order")])) table.append(row.body);
  };

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("change", (event) => {
    if (event.target === field("order")) sort();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { sort(); show(); }, 0));
  for (const link of document.querySelectorAll("a.pick")) {
    link.addEventListener("click", () => {
      form.reset();
      field("standing").value = link.dataset.standing;
      setTimeout(show, 0);
    });
  }
  show();
})();
