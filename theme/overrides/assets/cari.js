// The search page: one index per office, read by Pagefind from this site alone. Words of queries and pages become
// text nodes only, so nothing in them can become an element.
//
// Pagefind takes a shorter word for one that it does not know ("S." for "suap") and has no switch against that; a word in
// quotation marks it finds by its stem alone. So quoted words decide what is found, counted and marked; the answers to
// the same without quotation marks only put it into an order.
(() => {
  "use strict";
  const form = document.getElementById("cari");
  if (!form || location.protocol === "file:") { return; }
  const [STEP, WORDS, SECTIONS, LONGEST, OFFERS] = [10, 30, 3, 6, 3];
  const FILTERS = ["tahun", "area", "status", "jenis"];
  const [list, said, near, more, advice] =
    ["hasil", "jumlah", "mirip", "lagi", "saran"].map((name) => document.getElementById(`cari-${name}`));
  const bold = (place) => Array.from(place.querySelectorAll("b"), (word) => word.textContent);
  const groups = Array.from(document.querySelectorAll("#padanan li"), bold);
  const plain = bold(document.getElementById("tanpa-padanan"));
  const engines = {};
  let turn = 0; // an answer that comes after a newer question is dropped

  function element(name, children, className = "") {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  // Words as the index has them: letters and digits alone, and of a word that other signs divide each part as well.
  const letters = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const phrase = (text) => text.split(/\s+/).map(letters).filter(Boolean).join(" ");
  function parts(word) {
    const spaced = /[^\p{L}\p{N}]|.\p{Lu}/u.test(word) ? word.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, "$& ") : "";
    return [letters(word), ...spaced.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1).map(letters)];
  }

  // What was asked, as terms, all of which a page must have. A term has forms, any of which will do: what was typed, then
  // what means the same. A form asks for words and phrases, all of which a page must have.
  function parse(query) {
    const runs = Array.from(query.matchAll(/["“”„]([^"“”„]*)["“”„]?|[^"“”„]+/g));
    return runs.flatMap(([run, quoted]) => quoted === undefined ? terms(run.trim().split(/\s+/))
      : [{ shown: quoted, forms: [{ shown: quoted, asks: [phrase(quoted)] }] }]).filter((term) => phrase(term.shown));
  }

  function terms(words) {
    const made = [];
    while (words.length) {
      const alike = (length) => groups.filter((group) => group.some((each) => phrase(each) === phrase(words.slice(0, length).join(" "))));
      let length = Math.min(words.length, LONGEST);
      while (length > 1 && !alike(length).length) { length -= 1; }
      const others = new Set([...spell(words[0]), ...alike(length).flat()]);
      const typed = words.splice(0, length);
      const shown = typed.join(" ");
      const forms = Array.from(others).filter((each) => phrase(each) !== phrase(shown)).map((each) => ({ shown: each, asks: [phrase(each)] }));
      made.push({ shown, forms: [{ shown, asks: typed.map(letters) }, ...forms] });
    }
    return made;
  }

  // How else a word with a sign in it may be written: "14/2008" is "14 tahun 2008", "e-government" is "e government".
  function spell(word) {
    if (/^\d+\/\d{4}$/.test(word)) { return [word.replace("/", " tahun ")]; }
    return /^\p{L}+([-/]\p{L}+)+$/u.test(word) ? [word.replace(/[-/]/g, " ")] : [];
  }

  // An office's index, each answer kept. Its address comes from an option of this page, never from the query string.
  function open(office) {
    const place = (name) => new URL(`${office}/${name}`, new URL(".", document.baseURI)).href;
    const read = (name) => fetch(place(name)).then((answer) => answer.json());
    const kept = Object.create(null); // by what was asked, which may be any word
    engines[office] ??= Promise.all([import(place("pagefind.js")), read("saring.json")]).then(([pagefind, marks]) => {
      const search = (text) => kept[text] ??= pagefind.search(text).then((answer) => answer.results);
      return { marks, exact: (text) => search(`"${text}"`), loose: search, vocabulary: () => kept[""] ??= read("kata.json") };
    });
    return engines[office];
  }

  // Pagefind tells no stems, but words of one stem have one answer: the same pages, and on each the same place. Some words
  // count only as they are written, among them the numbers I, II, III.
  const literal = (word) => plain.includes(word) || /^[ivxlc]+$/.test(word);
  const answer = async (index, word) => (await index.exact(word)).map((hit) => `${hit.id} ${hit.words}`).join();
  const same = async (index, asked, word) => asked === word
    || (!literal(asked) && !literal(word) && await answer(index, asked) === await answer(index, word));
  const all = async (each) => !(await Promise.all(each)).includes(false);
  const any = async (each) => (await Promise.all(each)).includes(true);

  // Where a page has a word or phrase, of the places that Pagefind names for it and for longer words.
  async function locate(index, words, ask, places) {
    const asked = ask.split(" ");
    const has = (word, place) => any(parts(words[place] ?? "").map((part) => same(index, word, part)));
    const starts = await Promise.all(places.map((place) => all(asked.map((word, step) => has(word, place + step)))));
    return places.filter((_, number) => starts[number]).flatMap((place) => asked.map((_, step) => place + step));
  }

  const split = (data) => data.content.split(/\s+/);

  // The pages that have all of a form. Where a word that must be written the same has its stem, their texts decide.
  async function pages(index, asks) {
    const found = (await Promise.all(asks.map(index.exact))).map((hits) => new Set(hits.map((hit) => hit.id)));
    if (found.some((ids) => !ids.size)) { return []; }
    const hits = (await index.loose(asks.join(" "))).filter((hit) => found.every((ids) => ids.has(hit.id)));
    const stems = await Promise.all(plain.map((word) => answer(index, word)));
    const words = asks.join(" ").split(" ");
    if (!(await any(words.map(async (word) => literal(word) || stems.includes(await answer(index, word)))))) { return hits; }
    const sure = await Promise.all(hits.map(async (hit) => {
      const text = split(await hit.data());
      return all(asks.map(async (ask) => (await locate(index, text, ask, hit.words)).length > 0));
    }));
    return hits.filter((_, number) => sure[number]);
  }

  // The pages that have a term, each with the best of its scores; the term learns which of its forms are there.
  async function match(index, term) {
    const [hits, seen] = [new Map(), new Set()];
    for (const form of term.forms) {
      const stems = (await Promise.all(form.asks.map((ask) => answer(index, ask)))).join(";");
      const found = seen.has(stems) ? [] : await pages(index, form.asks);
      seen.add(stems);
      form.found = found.length > 0;
      for (const { id, score, data, words } of found) {
        const known = hits.get(id);
        hits.set(id, { id, data, score: Math.max(score, known?.score ?? 0), asked: [...known?.asked ?? [], { asks: form.asks, places: words }] });
      }
    }
    term.found = hits.size > 0;
    return hits;
  }

  // The pages that have all terms, best first.
  async function find(index, asked) {
    const [first, ...others] = await Promise.all(asked.map((term) => match(index, term)));
    const both = (one, two) => ({ ...one, score: one.score + two.score, asked: [...one.asked, ...two.asked] });
    const hits = Array.from(first?.values() ?? []).filter((hit) => others.every((each) => each.has(hit.id)));
    return hits.map((hit) => others.reduce((one, each) => both(one, each.get(hit.id)), hit)).sort((a, b) => b.score - a.score);
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
  function sections(data, words, places) {
    const anchors = data.anchors.filter((anchor) => /^(div|h[2-6])$/.test(anchor.element) && anchor.location > 0);
    const starts = [{ id: "", location: 0 }, ...anchors.sort((a, b) => a.location - b.location)];
    return starts.map(({ id, location: start }, number) => {
      const end = starts[number + 1]?.location ?? words.length;
      return { id, start, end, places: places.filter((place) => place >= start && place < end) };
    }).filter((section) => section.places.length);
  }

  async function result(index, hit) {
    const [data, marks] = [await hit.data(), index.marks[hit.id]];
    const words = split(data);
    const located = await Promise.all(hit.asked.flatMap(({ asks, places }) => asks.map((ask) => locate(index, words, ask, places))));
    const url = `../${data.raw_url.replace(/^\//, "")}`;
    const link = (id, children) => Object.assign(element("a", children), { href: id ? `${url}#${encodeURIComponent(id)}` : url });
    const where = [marks.jenis, form.kantor.selectedOptions[0].text, marks.tahun, marks.area].flat().filter(Boolean).join(" · ");
    const found = sections(data, words, Array.from(new Set(located.flat())).sort((a, b) => a - b));
    const inner = found.filter((section) => section.id);
    return element("li", [
      element("h2", [link("", [data.meta.title])]),
      element("p", [where], "catatan"),
      ...found.filter((section) => !section.id).map((section) => element("p", excerpt(words, section))),
      found.length ? "" : element("p", ["Kode: ", element("mark", [data.meta.kode])]), // the only thing found beside the text
      element("ul", inner.slice(0, SECTIONS).map((section) => element("li", [link(section.id, excerpt(words, section))]))),
      inner.length > SECTIONS ? element("p", [`dan ${inner.length - SECTIONS} bagian lain halaman itu`], "catatan") : "",
    ]);
  }

  async function show(index, hits, from, mine) {
    const made = await Promise.all(hits.slice(from, from + STEP).map((hit) => result(index, hit)));
    if (mine !== turn) { return; }
    list.append(...made);
    if (from) { list.children[from].querySelector("a").focus(); }
    more.hidden = hits.length <= from + STEP;
    more.onclick = () => show(index, hits, from + STEP, mine);
  }

  // What was counted, in words.
  const either = (words) => words.length > 1 ? `${words.slice(0, -1).join(", ")}${words.length > 2 ? "," : ""} atau ${words.at(-1)}` : words[0];
  const named = (term) => term.forms.filter((each, number) => !number || each.found).map((each) => `“${each.shown}”`);
  function describe(query, asked) {
    const bends = asked.some((term) => term.shown.split(/\s+/).some((word) => !literal(letters(word)) && /[aiueo].*[aiueo]/i.test(word)));
    const rest = bends ? ["bentuk lainnya"] : [];
    if (asked.length < 2) { return either([...asked.flatMap(named), ...(asked.length ? rest : [`“${query}”`])]); }
    const alike = asked.map(named).filter((each) => each.length > 1).map(either);
    const which = alike.length ? ` (${alike.join("; ")})` : "";
    return either([`semua kata “${query}”${which}`, ...rest]);
  }

  function count(query, asked, every, hits) {
    const missing = asked.filter((term) => !term.found).map((term) => `“${term.shown}”`);
    const number = hits.length ? `${hits.length} halaman` : every.length ? "Dengan saringan itu tidak ada yang" : "Tidak ada yang";
    const which = asked.length > 1 && missing.length ? ` Tidak ditemukan: ${missing.join(", ")}.` : "";
    return `${number} memuat ${describe(query, asked)}.${which}`;
  }

  // How many letters must be changed, added, left out or swapped with the next to make one word of another.
  function distance(one, two) {
    let [older, old] = [[], Array.from({ length: two.length + 1 }, (_, number) => number)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= two.length; j += 1) {
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
        if (one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) { row[j] = Math.min(row[j], older[j - 2] + 1); }
      }
      [older, old] = [old, row];
    }
    return old[two.length];
  }

  // Words of the pages that look most like one that no page has: offered as a question, never counted.
  async function offerNear(index, query, asked, mine) {
    const missed = asked.filter((term) => !term.found && /^\p{L}{5,}$/u.test(term.shown)).map((term) => term.shown);
    const known = missed.length ? await index.vocabulary() : [];
    const found = missed.reduce((texts, typed) => {
      const far = known.map((word) => word.startsWith(letters(typed)) ? 1 : distance(letters(typed), word));
      const least = Math.min(typed.length < 7 ? 1 : 2, ...far);
      const alike = known.filter((_, number) => far[number] === least);
      return texts.flatMap((text) => alike.map((word) => text.replace(typed, () => word)));
    }, missed.length ? [query] : []).slice(0, OFFERS);
    if (mine !== turn || !found.length) { return; }
    const address = new URLSearchParams(location.search);
    const links = found.map((text) => {
      address.set("q", text);
      return Object.assign(element("a", [text]), { href: `?${address}` });
    });
    const before = (number) => number ? (number < links.length - 1 ? ", " : " atau ") : "Maksud Anda ";
    near.replaceChildren(...links.flatMap((link, number) => [before(number), link]), "?");
    near.hidden = false;
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
    const address = new URLSearchParams(location.search);
    const query = (address.get("q") ?? "").trim();
    form.q.value = query;
    if (address.has("kantor")) { form.kantor.value = address.get("kantor"); }
    if (form.kantor.selectedIndex < 0) { form.kantor.selectedIndex = 0; }
    const office = form.kantor.value;
    list.replaceChildren();
    near.hidden = more.hidden = advice.hidden = true;
    said.textContent = !query ? "" : office ? "Mencari …" : "Pilih kantor lebih dahulu.";
    if (!office) { return; }
    try {
      const index = await open(office);
      if (mine !== turn) { return; }
      offer(index.marks, address);
      if (!query) { return; }
      const chosen = FILTERS.filter((name) => form[name].value);
      const asked = parse(query);
      const every = await find(index, asked);
      const hits = every.filter(({ id }) => chosen.every((name) => index.marks[id][name]?.includes(form[name].value)));
      await show(index, hits, 0, mine);
      if (!hits.length) { await offerNear(index, query, asked, mine); }
      if (mine !== turn) { return; }
      said.textContent = count(query, asked, every, hits);
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
