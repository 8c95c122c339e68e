/* Before the first paint, so that nothing flashes: "scripts work" and the colours that the reader chose.
   Nothing chosen means: follow the device (tokens.css does that without any script). */
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch (refused) { /* storage can be forbidden: then there is no memory, no harm */ }
})();
