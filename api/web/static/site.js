// What a page can do beyond reading and searching; every page is whole without it.
"use strict";

const WIDE = matchMedia("(min-width: 64rem)");

// --- an input method: Enter that ends a word being composed must not send the form
let composing = false;
document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", () => { composing = false; });
document.addEventListener("keydown", (event) => {
  const unfinished = composing || event.isComposing || event.keyCode === 229;
  if (event.key === "Enter" && unfinished) event.preventDefault();
});

// --- copying, said aloud
const said = document.getElementById("bao");
let silence = 0;

// what a person sees happen is said to screen readers only
function announce(words, seen = true) {
  said.classList.toggle("hidden", !seen);
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = words; });
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 5000);
}

async function put(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  // a page read from another machine without TLS has no clipboard of its own
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("refused");
}

const DONE = {
  place: "Đã sao chép trích dẫn.",
  answer: "Đã sao chép câu trả lời và nơi dẫn.",
  quote: "Đã sao chép nguyên văn và trích dẫn.",
  link: "Đã sao chép liên kết.",
};

for (const button of document.querySelectorAll("button.copy")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  try {
    await put(button.dataset.what === "link" ? location.href : button.dataset.copy);
    announce(DONE[button.dataset.what]);
  } catch {
    announce("Trình duyệt không cho sao chép; hãy bôi đen rồi nhấn Ctrl+C.");
  }
  button.focus();
});

// --- a citation opened beside the answer, where there is room
let opener = null;

function panel() {
  const made = document.createElement("aside");
  made.className = "panel";
  made.setAttribute("aria-label", "Văn bản được trích");
  const head = document.createElement("header");
  const name = document.createElement("a");
  name.className = "whole";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close quiet";
  close.textContent = "Đóng";
  close.addEventListener("click", shut);
  head.append(name, close);
  const body = document.createElement("div");
  body.className = "body text";
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", "Lời văn bản, chỗ trích được đánh dấu");
  made.append(head, body);
  document.querySelector(".beside").append(made);
  return made;
}

function shut() {
  document.querySelector(".panel")?.remove();
  document.querySelector(".beside")?.classList.remove("open");
  document.querySelector("[data-beside][aria-current]")?.removeAttribute("aria-current");
  opener?.focus();
}

async function openBeside(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.statusText);
  const read = new DOMParser().parseFromString(await response.text(), "text/html");
  const shown = document.querySelector(".panel") ?? panel();
  document.querySelector("[data-beside][aria-current]")?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  opener = link;
  document.querySelector(".beside").classList.add("open");
  const name = shown.querySelector(".whole");
  name.href = link.href;
  name.textContent = read.querySelector("h1").textContent;
  const text = read.querySelector("article.text");
  for (const named of text.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const perma of text.querySelectorAll(".perma")) perma.remove();
  const body = shown.querySelector(".body");
  body.replaceChildren(...text.childNodes);
  body.scrollTop = 0;
  const mark = body.querySelector("mark");
  if (mark) {
    const above = mark.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop = above - body.clientHeight / 4;
  }
  body.focus({ preventScroll: true });
  announce("Đã mở văn bản bên cạnh, chỗ trích được đánh dấu. Nhấn Esc để đóng.", false);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-beside]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || !WIDE.matches || !document.querySelector(".beside")) return;
  event.preventDefault();
  openBeside(link).catch(() => { location.href = link.href; });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector(".panel")) shut();
});
