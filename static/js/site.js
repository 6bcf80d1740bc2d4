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

  // Words with a number in them, in the plural form of the page's language; the forms come with the page.
  const plural = new Intl.PluralRules(document.documentElement.lang || "ar");
  const counted = (forms, count) => (forms[plural.select(count)] || forms.other).replace("#", count);
  const speaker = (after) => {
    const live = document.createElement("p");
    live.className = "visually-hidden";
    live.setAttribute("role", "status");
    after.after(live);
    return live;
  };

  // How much may still be written: seen at once, said when the typing rests.
  for (const note of document.querySelectorAll("[data-count]")) {
    const box = note.parentElement.querySelector("textarea");
    if (!box) continue;
    const words = JSON.parse(note.dataset.count);
    const live = speaker(note);
    let rest;
    const show = () => {
      const left = note.dataset.limit - [...box.value].length;
      note.textContent = counted(left < 0 ? words.over : words.left, Math.abs(left));
      note.classList.toggle("field__count--over", left < 0);
    };
    box.addEventListener("input", () => {
      show();
      clearTimeout(rest);
      rest = setTimeout(() => { live.textContent = note.textContent; }, 1200);
    });
    window.addEventListener("pageshow", show);
  }

  // Files chosen one after another, as a phone's camera gives them, add up, and each can be taken back.
  for (const input of document.querySelectorAll("input[type=file][data-chosen]")) {
    const words = JSON.parse(input.dataset.chosen);
    const list = document.createElement("ul");
    list.className = "file-list";
    input.after(list);
    const live = speaker(list);
    let files = [];
    const row = (file) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = file.name;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "button button--quiet";
      remove.textContent = words.remove;
      remove.setAttribute("aria-label", `${words.remove} ${file.name}`);
      remove.addEventListener("click", () => { files = files.filter((other) => other !== file); show(); input.focus(); });
      item.append(name, remove);
      if (file.size > words.largest) {
        const fault = document.createElement("p");
        fault.className = "field__error";
        fault.textContent = words.tooBig;
        item.append(fault);
      }
      return item;
    };
    const show = () => {
      const chosen = new DataTransfer();
      for (const file of files) chosen.items.add(file);
      input.files = chosen.files;
      list.replaceChildren(...files.map(row));
      live.textContent = counted(words.count, files.length);
    };
    const same = (one) => (other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
    input.addEventListener("change", () => {
      const fresh = [...input.files];
      files = input.multiple ? [...files, ...fresh.filter((file) => !files.some(same(file)))] : fresh;
      show();
    });
  }

  // Files on their way show how far they are. What does not end in a page of ours is sent again the plain way.
  for (const form of document.querySelectorAll("form[data-sending]")) {
    form.addEventListener("submit", (event) => {
      if (![...form.querySelectorAll("input[type=file]")].some((input) => input.files.length)) return;
      event.preventDefault();
      const body = new FormData(form);
      if (event.submitter && event.submitter.name) body.append(event.submitter.name, event.submitter.value);
      const note = document.createElement("div");
      const bar = document.createElement("progress");
      const words = document.createElement("p");
      note.className = "sending";
      bar.max = 100;
      words.setAttribute("role", "status");
      words.textContent = form.dataset.sending;
      bar.setAttribute("aria-label", form.dataset.sending);
      for (const old of form.querySelectorAll(".sending")) old.remove();
      note.append(words, bar);
      form.querySelector(".button-row").before(note);
      note.scrollIntoView({ block: "nearest" });
      let said = 0;
      const request = new XMLHttpRequest();
      request.open("POST", form.getAttribute("action") || location.href);
      request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
        if (!lengthComputable) return;
        bar.value = Math.floor((100 * loaded) / total);
        if (bar.value < said + 25) return;
        said = bar.value;
        words.textContent = loaded < total ? `${form.dataset.sending}: ${said}%` : form.dataset.checking;
      });
      request.addEventListener("load", () => {
        if (request.status === 200) {
          location.assign(request.responseURL);
          return;
        }
        if (event.submitter && event.submitter.name) {
          const pressed = document.createElement("input");
          Object.assign(pressed, { type: "hidden", name: event.submitter.name, value: event.submitter.value });
          form.append(pressed);
        }
        form.submit();
      });
      request.addEventListener("error", () => {
        bar.remove();
        words.className = "field__error";
        words.textContent = form.dataset.failed;
        for (const button of form.querySelectorAll("button[aria-disabled=true]")) button.removeAttribute("aria-disabled");
        form.dispatchEvent(new Event("input"));
      });
      request.send(body);
    });
  }

  // The phone menu closes with Escape and when the focus leaves it.
  for (const menu of document.querySelectorAll("details.menu")) {
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  // A number as people type it: digits of any script, marks between thousands. What is none compares with nothing.
  const number = (text) => {
    const plain = text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[\s,،٬]/g, "").replace("٫", ".");
    return plain ? Number(plain) : NaN;
  };

  // Questions that hang on another answer of the same page hide until it is given. The server decides all the same.
  for (const part of document.querySelectorAll("[data-show-when]")) {
    const rules = JSON.parse(part.dataset.showWhen || '{"conditions": []}');
    if (!rules.conditions.length || !part.closest("form")) continue;
    const form = part.closest("form");
    const given = (name) => new FormData(form).getAll(name).filter((text) => typeof text === "string" && text !== "");
    const holds = ({ name, operator, values }) => {
      const chosen = given(name);
      if (operator === "answered") return chosen.length > 0;
      if (operator === "less_than" || operator === "at_least") {
        return chosen.some((text) => values.some((value) => {
          const amount = number(text);
          return operator === "less_than" ? amount < Number(value) : amount >= Number(value);
        }));
      }
      const meets = chosen.some((text) => values.includes(text));
      return operator === "is_not" ? !meets : meets;
    };
    const show = () => { part.hidden = !(rules.any ? rules.conditions.some(holds) : rules.conditions.every(holds)); };
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show); // the browser may have put answers back since
    show();
  }
})();
