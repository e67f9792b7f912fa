// Light or dark: the reader's choice wins over the system's and is remembered on this device only.
(function () {
  "use strict";
  var root = document.documentElement;
  var saved = null;
  try { saved = localStorage.getItem("tema"); } catch (e) { saved = null; }
  if (saved === "gelap" || saved === "terang") { root.dataset.tema = saved; }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".tema");
    if (!button) { return; }
    function dark() {
      return root.dataset.tema ? root.dataset.tema === "gelap" : matchMedia("(prefers-color-scheme: dark)").matches;
    }
    function label() {
      var word = dark() ? "terang" : "gelap";
      button.querySelector("b").textContent = word;
      button.setAttribute("aria-label", "Mode " + word);
    }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      root.dataset.tema = dark() ? "terang" : "gelap";
      try { localStorage.setItem("tema", root.dataset.tema); } catch (e) { /* private window: not remembered */ }
      label();
    });
  });
})();
