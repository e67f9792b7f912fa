// The search page: one index per office, read by Pagefind from this site alone. Words of queries and pages become
// text nodes only, so nothing in them can become an element.
(() => {
  "use strict";
  const form = document.getElementById("cari");
  if (!form || location.protocol === "file:") { return; }
  const [STEP, WORDS, SECTIONS] = [10, 30, 3];
  const FILTERS = ["tahun", "area", "status", "jenis"];
  const [list, said, more, advice] = ["hasil", "jumlah", "lagi", "saran"].map((name) => document.getElementById(`cari-${name}`));
  const groups = Array.from(document.querySelectorAll("#padanan li"), (item) =>
    Array.from(item.querySelectorAll("b"), (word) => word.textContent.toLowerCase()));
  const engines = {};
  let turn = 0; // an answer that comes after a newer question is dropped

  function element(name, children, className = "") {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  // What was asked, and the same with a word replaced by one that the glossary says means the same.
  function variants(query) {
    const asked = ` ${query.toLowerCase().replace(/["“”\s]+/g, " ").trim()} `;
    const found = new Set([query]);
    for (const group of groups) {
      for (const word of group.filter((each) => asked.includes(` ${each} `))) {
        for (const other of group.filter((each) => each !== word)) {
          const text = asked.replace(` ${word} `, () => ` ${other} `).trim();
          found.add(text === other && other.includes(" ") ? `"${other}"` : text);
        }
      }
    }
    return Array.from(found).slice(0, 6);
  }

  // An office's engine. Its address comes from an option of this page, never from the query string.
  function engine(office) {
    const place = (name) => new URL(`${office}/${name}`, new URL(".", document.baseURI)).href;
    engines[office] ??= Promise.all([import(place("pagefind.js")), fetch(place("saring.json")).then((answer) => answer.json())]);
    return engines[office];
  }

  // Every page that fits the chosen filters, once, by the best of its scores.
  async function find(pagefind, query, fits) {
    const hits = new Map();
    for (const words of variants(query)) {
      for (const hit of (await pagefind.search(words)).results) {
        if (fits(hit.id) && !(hits.get(hit.id)?.score >= hit.score)) { hits.set(hit.id, hit); }
      }
    }
    return Array.from(hits.values()).sort((a, b) => b.score - a.score);
  }

  // Some words around the first place that was found in a section, with the found ones marked.
  function excerpt(words, section) {
    const from = Math.max(section.start, Math.min(section.places[0] - 6, section.end - WORDS));
    const to = Math.min(section.end, from + WORDS);
    const shown = words.slice(from, to).flatMap((word, index) =>
      [section.places.includes(from + index) ? element("mark", [word]) : word, " "]);
    return [from > section.start ? "… " : "", ...shown, to < section.end ? "…" : ""];
  }

  // The places found, by the nearest heading or record above them; before the first of these, by the page itself.
  function sections(data, words) {
    const anchors = data.anchors.filter((anchor) => /^(div|h[2-6])$/.test(anchor.element) && anchor.location > 0);
    const starts = [{ id: "", location: 0 }, ...anchors.sort((a, b) => a.location - b.location)];
    return starts.map(({ id, location: start }, index) => {
      const end = starts[index + 1]?.location ?? words.length;
      return { id, start, end, places: data.locations.filter((place) => place >= start && place < end) };
    }).filter((section) => section.places.length);
  }

  function result(data, marks) {
    const words = data.content.split(/\s+/);
    const url = `../${data.raw_url.replace(/^\//, "")}`;
    const link = (id, children) => Object.assign(element("a", children), { href: id ? `${url}#${encodeURIComponent(id)}` : url });
    const where = [marks.jenis, form.kantor.selectedOptions[0].text, marks.tahun, marks.area].flat().filter(Boolean).join(" · ");
    const found = sections(data, words);
    const inner = found.filter((section) => section.id);
    return element("li", [
      element("h2", [link("", [data.meta.title])]),
      element("p", [where], "catatan"),
      ...found.filter((section) => !section.id).map((section) => element("p", excerpt(words, section))),
      element("ul", inner.slice(0, SECTIONS).map((section) => element("li", [link(section.id, excerpt(words, section))]))),
      inner.length > SECTIONS ? element("p", [`dan ${inner.length - SECTIONS} bagian lain halaman itu`], "catatan") : "",
    ]);
  }

  async function show(hits, marks, from, mine) {
    const pages = await Promise.all(hits.slice(from, from + STEP).map(async (hit) => result(await hit.data(), marks[hit.id])));
    if (mine !== turn) { return; }
    list.append(...pages);
    if (from) { list.children[from].querySelector("a").focus(); }
    more.hidden = hits.length <= from + STEP;
    more.onclick = () => show(hits, marks, from + STEP, mine);
  }

  // The choices of an office's filters; what the address or the reader asks for stays chosen where there is such.
  function offer(marks, asked) {
    for (const name of FILTERS) {
      const values = Array.from(new Set(Object.values(marks).flatMap((page) => page[name] ?? []))).sort();
      form[name].replaceChildren(new Option("Semua", ""), ...values.map((value) => new Option(value, value)));
      form[name].value = values.includes(asked.get(name)) ? asked.get(name) : "";
    }
  }

  async function run() {
    const mine = ++turn;
    const asked = new URLSearchParams(location.search);
    const query = (asked.get("q") ?? "").trim();
    form.q.value = query;
    if (asked.has("kantor")) { form.kantor.value = asked.get("kantor"); }
    if (form.kantor.selectedIndex < 0) { form.kantor.selectedIndex = 0; }
    const office = form.kantor.value;
    list.replaceChildren();
    more.hidden = advice.hidden = true;
    said.textContent = !query ? "" : office ? "Mencari …" : "Pilih kantor lebih dahulu.";
    if (!office) { return; }
    try {
      const [pagefind, marks] = await engine(office);
      if (mine !== turn) { return; }
      offer(marks, asked);
      if (!query) { return; }
      const chosen = FILTERS.filter((name) => form[name].value);
      const hits = await find(pagefind, query, (id) => chosen.every((name) => marks[id][name]?.includes(form[name].value)));
      await show(hits, marks, 0, mine);
      if (mine !== turn) { return; }
      const added = variants(query).slice(1).map((words) => words.replace(/"/g, "")).join("; ");
      said.textContent = `${hits.length ? `${hits.length} halaman` : "Tidak ada yang"} memuat “${query}”${added && `, dicari juga: ${added}`}.`;
      advice.hidden = hits.length > 0;
    } catch {
      if (mine !== turn) { return; }
      said.textContent = "Pencarian tidak dapat dijalankan di peramban ini.";
      advice.hidden = false;
    }
  }

  // The address holds the whole question, so that it can be sent to others.
  function ask() {
    const filled = Array.from(new FormData(form)).filter(([, value]) => value.trim());
    history.pushState(null, "", `?${new URLSearchParams(filled)}`);
    run();
  }

  document.getElementById("cari-tanpa").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  form.addEventListener("change", (event) => { if (event.target.matches("select")) { ask(); } });
  window.addEventListener("popstate", run);
  run().then(() => { if (!form.q.value) { form.q.focus(); } });
})();
