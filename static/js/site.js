/* Small helps; every page works without them. */
(() => {
  "use strict";

  // An error summary takes the focus, so that a screen reader says at once what to put right.
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // A button that copies the reference; hidden until we know that it can.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copy]")) {
      const row = button.closest("[hidden]");
      if (row) row.hidden = false;
      const words = button.textContent;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.copied || words;
        setTimeout(() => { button.textContent = words; }, 3000);
      });
    }
  }

  // A print button; hidden where a page cannot be printed by script.
  for (const button of document.querySelectorAll("[data-print]")) {
    const row = button.closest("[hidden]");
    if (row) row.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Leaving a form step with answers that were not sent asks first. Opt in with data-unsaved on the form.
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  }

  // A sent form is not sent twice by an impatient second press. The button comes back when the page does.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", () => setTimeout(() => {
      for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
    }));
    form.addEventListener("click", (event) => {
      if (event.target.closest("button[aria-disabled=true]")) event.preventDefault();
    });
  }
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("button[aria-disabled=true]")) button.removeAttribute("aria-disabled");
  });

  // The phone menu closes with Escape and when the focus leaves it.
  for (const menu of document.querySelectorAll("details.menu")) {
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  // Questions that hang on another answer of the same page hide until it is given. The server decides all the same.
  for (const part of document.querySelectorAll("[data-show-when]")) {
    const rules = JSON.parse(part.dataset.showWhen || '{"conditions": []}');
    if (!rules.conditions.length || !part.closest("form")) continue;
    const form = part.closest("form");
    const given = (name) => new FormData(form).getAll(name).filter((text) => typeof text === "string" && text !== "");
    const holds = ({ name, operator, values }) => {
      const chosen = given(name);
      if (operator === "answered") return chosen.length > 0;
      const meets = chosen.some((text) => values.includes(text));
      return operator === "is_not" ? !meets : meets;
    };
    const show = () => { part.hidden = !(rules.any ? rules.conditions.some(holds) : rules.conditions.every(holds)); };
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show); // the browser may have put answers back since
    show();
  }
})();
