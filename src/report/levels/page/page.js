// Filters the differences and keeps the choice in the address, so that a view can be sent on as a link.
// Without this script the page shows everything.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var keys = ["class", "field", "division", "standing"];
  var plain = function (text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim(); };
  var items = Array.from(document.getElementById("items").children).map(function (item) {
    return { item: item, text: plain(item.textContent) };
  });
  var status = document.getElementById("shown");

  function apply() {
    var words = plain(form.elements.q.value).split(" ").filter(Boolean);
    var shown = 0;
    items.forEach(function (one) {
      var fits = keys.every(function (key) {
        var wanted = form.elements[key].value;
        return !wanted || one.item.dataset[key] === wanted;
      }) && words.every(function (word) { return one.text.includes(word); });
      one.item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    status.textContent = status.dataset.words.replace("{shown}", shown).replace("{all}", items.length);
  }

  function remember() {
    var chosen = new URLSearchParams();
    keys.concat("q").forEach(function (key) {
      if (form.elements[key].value) chosen.set(key, form.elements[key].value);
    });
    // An empty address part would scroll to the top of the page.
    history.replaceState(null, "", "#" + (chosen.toString() || "differences"));
  }

  function recall() {
    var address = location.hash.slice(1);
    // A link to a place on the page leaves the choice alone.
    if (!address.includes("=")) return;
    var chosen = new URLSearchParams(address);
    keys.concat("q").forEach(function (key) { form.elements[key].value = chosen.get(key) || ""; });
    apply();
  }

  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { apply(); remember(); }); });
  window.addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
  apply();
})();
