"use strict";

// A record and its places in the source carry one number, data-n. To point at an element or to focus it lights all
// that carry its number, and shows, more faintly, what they stand in.

const HINT = "Point at anything on either side, or: ↑ ↓ blocks, ← → pieces, Enter to the other side, Esc to let go.";

document.documentElement.classList.add("scripted");
theme(document.getElementById("theme"));
document.querySelectorAll(".view").forEach(chooser);
document.querySelectorAll(".article").forEach(article);

/** One article: its panes, what is lit in it, and where the keyboard is. */
function article(root) {
  const panes = [...root.querySelectorAll(".pane")];
  const inspector = root.querySelector(".inspector");
  let byNumber; // from number to elements, those in the source first
  let lit = []; // elements and the class that each was given
  let pointedAt; // the element, or null
  let held; // the number that stays lit when the pointer is elsewhere

  const elements = (number) => {
    if (!byNumber) {
      byNumber = new Map();
      for (const each of root.querySelectorAll("[data-n]")) {
        const known = byNumber.get(each.dataset.n);
        if (known) known.push(each);
        else byNumber.set(each.dataset.n, [each]);
      }
    }
    return byNumber.get(number) ?? [];
  };
  const markAt = (target) => (target instanceof Element ? target.closest("[data-n]") : null);
  const paneOf = (element) => element.closest(".pane");

  function light(number) {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
    if (number === undefined) {
      inspector.textContent = HINT;
      return;
    }
    const add = (each, name) => {
      for (const element of elements(each)) {
        element.classList.add(name);
        lit.push([element, name]);
      }
    };
    const [first] = elements(number);
    for (let outer = markAt(first?.parentElement); outer; outer = markAt(outer.parentElement)) {
      if (outer.dataset.n !== number) add(outer.dataset.n, "around");
    }
    add(number, "lit");
    inspect(number);
  }

  function inspect(number) {
    const record = elements(number).find((each) => each.dataset.path)?.dataset;
    inspector.replaceChildren();
    if (!record) return;
    const say = (name, text) => {
      if (!text) return;
      const part = document.createElement(name);
      part.textContent = text;
      inspector.append(part, " ");
    };
    say("b", record.kind);
    say("code", "article." + record.path);
    say("span", record.span || "not in the source");
    say("span", record.note);
  }

  /** Scroll the other side to what has the number. What is not drawn yet has a guessed place: look again when it is. */
  function reveal(number, from) {
    for (const pane of panes) {
      if (pane === from) continue;
      const target = elements(number).find((each) => paneOf(each) === pane && each.offsetParent);
      if (!target) continue;
      bring(target);
      requestAnimationFrame(() => bring(target));
    }
  }

  /** The same once the frame is drawn that shows the light, and only for what is still pointed at. */
  function revealSoon(mark) {
    const current = (pointedAt = mark);
    if (mark) requestAnimationFrame(() => setTimeout(() => current === pointedAt && reveal(mark.dataset.n, paneOf(mark))));
  }

  /** Scroll its pane, and a wide table in it, so that it is seen. Not `scrollIntoView`: that would move the page too. */
  function bring(element) {
    const box = element.getBoundingClientRect();
    const pane = element.closest(".pane > .scroll");
    const frame = pane.getBoundingClientRect();
    const height = Math.min(box.height, 60); // of what is taller its begin will do
    if (box.top < frame.top || box.top + height > frame.bottom) {
      pane.scrollTop += box.top - frame.top - Math.max(0, frame.height - box.height) / 2;
    }
    const table = element.closest(".part .scroll");
    if (!table || table === element) return;
    const edge = table.getBoundingClientRect();
    if (box.left < edge.left || box.right > edge.right) table.scrollLeft += box.left - edge.left - (edge.width - box.width) / 2;
  }

  function hold(element) {
    held = element.dataset.n;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
    light(held);
    reveal(held, paneOf(element));
  }

  function letGo() {
    held = undefined;
    light(undefined);
  }

  root.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markAt(event.target);
    light(mark ? mark.dataset.n : held);
    revealSoon(mark);
  });
  root.addEventListener("pointerleave", () => {
    pointedAt = null;
    light(held);
  });
  root.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark && document.getSelection().isCollapsed) hold(mark);
  });

  root.addEventListener("keydown", (event) => {
    const scroller = event.target.closest(".scroll");
    if (event.target.closest("[role=tab]")) return changeTab(event);
    if (!scroller || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return letGo();
    const pane = paneOf(scroller);
    const mark = markAt(event.target);
    if (event.target.matches(".part .scroll") && /^Arrow(Left|Right)$/.test(event.key)) return; // a wide table scrolls
    if (event.key === "Enter" && mark) {
      const other = elements(mark.dataset.n).find((each) => paneOf(each) !== pane && each.offsetParent);
      if (other) {
        event.preventDefault();
        hold(other);
      }
      return;
    }
    const next = following(event, pane.querySelector(".scroll[role=tabpanel]:not([hidden])") ?? scroller, mark);
    if (next) {
      event.preventDefault();
      hold(next);
    }
  });

  /** Where a key leads from a mark, or from none. */
  function following(event, scroller, mark) {
    const toRight = getComputedStyle(mark?.closest(".part") ?? scroller).direction === "ltr";
    const steps = { ArrowDown: [".part", 1], ArrowUp: [".part", -1] };
    steps.ArrowRight = ["[data-n]", toRight ? 1 : -1];
    steps.ArrowLeft = ["[data-n]", toRight ? -1 : 1];
    const marks = (selector) => {
      const found = [...scroller.querySelectorAll(selector)];
      return found.length ? found : [...scroller.querySelectorAll("[data-n]")]; // dates and issues are no parts
    };
    if (event.key === "Home") return marks(".part")[0];
    if (event.key === "End") return marks(".part").at(-1);
    if (!(event.key in steps)) return null;
    const [selector, step] = steps[event.key];
    const all = marks(selector);
    const part = mark?.matches(selector) ? mark : mark?.closest(".part") ?? mark;
    const at = all.indexOf(part);
    if (at < 0) return all[0];
    // Up from a piece leads to the part that it stands in.
    return step < 0 && part !== mark ? part : all[at + step];
  }

  const tabs = [...root.querySelectorAll("[role=tab]")];
  const panels = tabs.map((tab) => root.querySelector("#" + tab.getAttribute("aria-controls")));
  const choose = (chosen) => {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panels[at].hidden = tab !== chosen;
    });
    if (held) reveal(held, panes[0]);
  };
  function changeTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    next.focus();
    choose(next);
  }
  tabs.forEach((tab) => tab.addEventListener("click", () => choose(tab)));
  choose(tabs[0]);
  light(undefined);
}

/** Several articles: a list of them, and buttons to the one before and the next. */
function chooser(view) {
  const list = view.querySelector(".chooser select");
  if (!list) return;
  const articles = [...view.querySelectorAll(".article")];
  const show = (at) => {
    list.value = String((at + articles.length) % articles.length);
    articles.forEach((each, number) => (each.hidden = String(number) !== list.value));
    history.replaceState(null, "", "#" + (Number(list.value) + 1));
  };
  list.addEventListener("change", () => show(Number(list.value)));
  view.querySelector(".back").addEventListener("click", () => show(Number(list.value) - 1));
  view.querySelector(".on").addEventListener("click", () => show(Number(list.value) + 1));
  const wanted = Number(location.hash.slice(1));
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= articles.length) show(wanted - 1);
}

/** Light, dark, or as the system has it; kept where the browser lets a file keep anything. */
function theme(button) {
  const themes = ["system", "light", "dark"];
  const kept = (value) => {
    try {
      if (value) localStorage.setItem("newsextract-theme", value);
      return localStorage.getItem("newsextract-theme");
    } catch {
      return value;
    }
  };
  const set = (value) => {
    document.documentElement.dataset.theme = value;
    button.textContent = "Theme: " + value;
  };
  button.hidden = false;
  set(themes.includes(kept()) ? kept() : "system");
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
    kept(next);
    set(next);
  });
}
