// A box above long lists that leaves only the entries with the words typed into it. Without it the lists are whole.
(function () {
  "use strict";
  function plain(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function add(list, number) {
    var entries = Array.prototype.slice.call(list.children);
    if (entries.length < 6) { return; }
    var box = document.createElement("p");
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    box.className = "saringan";
    input.type = "search";
    input.id = "saring-" + number;
    label.htmlFor = input.id;
    label.textContent = "Saring " + list.dataset.saring;
    count.htmlFor = input.id;
    box.append(label, input, count);
    list.before(box);
    input.addEventListener("input", function () {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      entries.forEach(function (entry) {
        var text = plain(entry.textContent);
        entry.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        shown += entry.hidden ? 0 : 1;
      });
      count.textContent = words.length ? shown + " dari " + entries.length : "";
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-saring]").forEach(add);
  });
})();
