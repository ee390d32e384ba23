// Keys and the right pane. Every action is also a link or a form: without this script the desk works the same, page by page.
"use strict";
const $ = (s, from = document) => from.querySelector(s), all = (s, from = document) => [...from.querySelectorAll(s)];
const rows = () => all("#rows .row");
const kind = $("#rows")?.dataset.kind;
let waiting = 0, going = false;

function current() { return $("#rows .row[aria-current]"); }

async function open(row, keep) {
  if (!row || kind === "articles") { row?.focus(); return; }
  all("#rows .row[aria-current]").forEach(r => { r.removeAttribute("aria-current"); r.parentElement.classList.remove("open"); });
  row.setAttribute("aria-current", "true");
  row.parentElement.classList.add("open");
  row.scrollIntoView({ block: "nearest" });
  row.focus({ preventScroll: true });
  const turn = ++waiting, back = row.getAttribute("href");
  const answer = await fetch(`/pane/${kind}/${encodeURIComponent(row.dataset.id)}?back=${encodeURIComponent(back)}`);
  if (turn !== waiting) return;
  if (!answer.ok) { location.href = back; return; }
  // The server escaped it; the content policy forbids any script in it.
  $("#detail").innerHTML = await answer.text();
  $("#detail").scrollTop = 0;
  history[keep ? "pushState" : "replaceState"]({}, "", back);
  marks();
}

function move(by) {
  const list = rows();
  if (!list.length) return;
  const at = list.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
  if (next < 0 || next >= list.length) { $(next < 0 ? "a[rel=prev]" : "a[rel=next]")?.click(); return; }
  if (kind === "articles") { list.forEach(r => r.removeAttribute("aria-current")); list[next].setAttribute("aria-current", "true"); list[next].focus(); }
  else open(list[next]);
}

function step(by) {
  const cards = all(".card");
  if (!cards.length) return;
  const at = cards.indexOf(document.activeElement.closest(".card"));
  const next = cards[Math.min(cards.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

// A mark waits in this tab until its partner is found.
function marks() {
  const mine = JSON.parse(sessionStorage.getItem("mark") || "null");
  all(".row").forEach(r => r.classList.toggle("marked-row", !!mine && r.dataset.name === mine.name && kind === mine.kind));
  all("form.pair").forEach(f => {
    const fits = mine && mine.kind === kind && mine.name !== f.dataset.pair;
    f.hidden = !fits;
    if (fits) { f.elements.left.value = mine.name; $(".marked", f).textContent = mine.title; }
  });
}

function mark(button) {
  const title = $(".record h2")?.textContent || button.dataset.mark;
  sessionStorage.setItem("mark", JSON.stringify({ kind, name: button.dataset.mark, title: title.slice(0, 80) }));
  marks();
}

function press(key) {
  // What rules on one passage needs that passage to be chosen; everything else is meant for the record.
  const card = document.activeElement.closest?.(".card");
  const meant = b => !b.closest("[hidden]") && (card ? card.contains(b) || !b.closest(".card") : !b.closest(".card"));
  const find = from => from && all(`[data-key="${key}"]`, from).find(meant);
  const pair = key === "n" && $("form.pair:not([hidden]) [data-pair-key=n]");
  const button = find(card) || pair || find($("#detail")) || find(document);
  if (button) { if (button.form?.classList.contains("pair")) sessionStorage.removeItem("mark"); button.click(); }
  return !!button;
}

const places = { h: "/", c: "/claims", w: "/statements", a: "/entities", t: "/events", s: "/stories", d: "/discrepancies", p: "/articles", l: "/lineage", f: "/figures", q: "/suggestions", b: "/brief" };

document.addEventListener("keydown", e => {
  const field = e.target.matches("input, textarea, select");
  if (e.key === "Escape") { e.target.blur?.(); return; }
  if (field || e.ctrlKey || e.metaKey || e.altKey) return;
  if (going) { going = false; if (places[e.key]) { e.preventDefault(); location.href = places[e.key]; } return; }
  const done = {
    j: () => move(1), k: () => move(-1), l: () => step(1), h: () => step(-1), "/": () => $("#q").focus(), "?": () => { location.href = "/help"; }, g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
    o: () => ($(".card:focus .words") || document.activeElement.closest?.("a") || current() || rows()[0])?.click(), m: () => { const b = $(".mark-it"); if (b) mark(b); },
    w: () => { const box = $(".more", document.activeElement.closest?.(".card") || undefined); if (box) { box.open = true; $("input[name=value]", box).focus(); } },
  }[e.key];
  if (done) { e.preventDefault(); done(); }
  else if ("xnuarzs".includes(e.key) && press(e.key)) e.preventDefault();
});

document.addEventListener("click", e => {
  const button = e.target.closest(".mark-it");
  if (button) mark(button);
  const row = e.target.closest("#rows .row");
  if (row && kind !== "articles" && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) { e.preventDefault(); open(row, true); }
});
addEventListener("popstate", () => location.reload());
all("[data-layer]").forEach(box => box.addEventListener("change", () => $("#text").classList.toggle(`show-${box.dataset.layer}`, box.checked)));
all("[data-submit]").forEach(s => s.addEventListener("change", () => s.form.submit()));
if ($("#done")) sessionStorage.removeItem("mark");
if ($("#done") && kind === "suggestions" && !current()) open(rows()[0]); // the next question stands there at once
marks();

// While the ledger is made anew, the page waits for it and then shows what it has become.
if (document.body.dataset.busy === "yes") {
  const watch = async () => {
    const state = await (await fetch("/status")).json();
    if (!state.busy) { if (!$("textarea:focus, input:focus")) location.reload(); return; }
    $("#step").textContent = state.step ? `: ${state.step}${state.total ? ` ${state.done} of ${state.total}` : ""}` : "";
    setTimeout(watch, 700);
  };
  setTimeout(watch, 500);
}
