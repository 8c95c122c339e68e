(function () {
  "use strict";
  var folders = location.pathname.split("/").slice(1, -1);
  look(folders.length);

  function look(depth) { /* the deepest first: a copy for a preview may stand inside another site */
    if (depth === 0) return; /* at the root of the server, as the addresses already say */
    var root = "/" + folders.slice(0, depth).join("/") + "/";
    fetch(root + "en/assets/css/site.css", { method: "HEAD" }).then(function (answer) {
      var there = answer.ok && /css/.test(answer.headers.get("Content-Type"));
      if (there) document.readyState === "loading" ? addEventListener("DOMContentLoaded", function () { move(root); }) : move(root);
      else look(depth - 1);
    }, function () { look(depth - 1); });
  }

  function move(root) {
    var from = function (address) { return address.replace(/^\/(?!\/)/, root); };
    document.querySelectorAll("[href^='/'], [src^='/']").forEach(function (element) {
      var name = element.hasAttribute("href") ? "href" : "src";
      var address = from(element.getAttribute(name));
      if (element.tagName !== "SCRIPT") return element.setAttribute(name, address);
      var again = document.createElement("script"); /* a script that did not come is not asked for twice */
      again.src = address;
      again.async = false;
      element.replaceWith(again);
    });
    var search = document.getElementById("search").dataset;
    search.root = from(search.root);
    search.scripts = search.scripts.split(" ").map(from).join(" ");
  }
})();
