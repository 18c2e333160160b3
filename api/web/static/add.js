// Files are sent one by one with their progress; each answer is the page's own, read from it.
"use strict";

const form = document.querySelector("form.drop");
const outcome = document.querySelector(".outcome");

if (form) {
  for (const each of document.querySelectorAll("[data-script]")) each.hidden = false;
  for (const each of document.querySelectorAll("[data-plain]")) each.hidden = true;
  form.elements.file.required = false;
  takeForms(outcome.querySelectorAll("form.confirm"));
}

function line(file) {
  const made = document.createElement("li");
  made.className = "wait";
  const name = document.createElement("p");
  name.className = "file";
  name.textContent = file.name;
  const what = document.createElement("p");
  what.className = "what";
  what.textContent = "Đang đợi";
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Tiến độ của ${file.name}`);
  made.append(name, what, bar);
  return made;
}

function say(shown, words, tone) {
  shown.className = tone;
  shown.querySelector(".what").textContent = words;
  if (tone === "bad") shown.querySelector("progress")?.remove();
}

// the body of the answer, or what to tell the person
function send(fields, shown) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const bar = shown.querySelector("progress");
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.setRequestHeader("X-Tracuu", "1");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      bar.value = event.loaded / event.total;
      say(shown, `Đang gửi ${Math.round(100 * bar.value)} %`, "wait");
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      say(shown, "Đang đọc và kiểm tra dấu mật…", "wait");
    });
    request.addEventListener("load", () => done(request.responseText));
    request.addEventListener("error", () => failed(new Error("Mất kết nối tới máy chủ. Hãy gửi lại tệp này.")));
    request.send(fields);
  });
}

async function sendOne(file, fields, shown) {
  if (file.size > Number(form.dataset.largest)) {
    say(shown, "Tệp quá lớn nên chưa gửi. Hãy chia nhỏ hoặc bỏ bớt hình ảnh rồi gửi lại.", "bad");
    return shown;
  }
  fields.set("file", file, file.name);
  try {
    const page = new DOMParser().parseFromString(await send(fields, shown), "text/html");
    const made = page.querySelector(".results > li");
    if (!made) {
      say(shown, page.querySelector(".notice")?.textContent ?? "Máy chủ không trả lời đúng.", "bad");
      return shown;
    }
    shown.replaceWith(made);
    takeForms(made.querySelectorAll("form.confirm"), file);
    return made;
  } catch (error) {
    say(shown, error.message, "bad");
    return shown;
  }
}

// a yes is said to the file at hand: it need not be chosen again
function takeForms(forms, file = null) {
  for (const each of forms) {
    if (!file) continue;
    const again = each.querySelector("label");
    again.remove();
    each.addEventListener("submit", async (event) => {
      event.preventDefault();
      const shown = line(file);
      const fields = new FormData(each);
      each.closest("li").replaceWith(shown);
      const made = await sendOne(file, fields, shown);
      announce(spoken(made));
      made.tabIndex = -1;
      made.focus();
    });
  }
}

function spoken(made) {
  return `${made.querySelector(".file").textContent}: ${made.querySelector(".what").textContent.trim()}`;
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const files = [...form.elements.file.files];
  if (!files.length) {
    announce("Hãy chọn tệp trước.");
    form.elements.file.focus();
    return;
  }
  const button = form.querySelector("button");
  button.disabled = true;
  outcome.hidden = false;
  const list = outcome.querySelector(".results");
  const lines = files.map(line);
  list.prepend(...lines);
  form.reset();
  chosen();
  let added = 0;
  for (const [at, file] of files.entries()) {
    const made = await sendOne(file, new FormData(), lines[at]);
    if (made.dataset.outcome === "added") added += 1;
  }
  button.disabled = false;
  announce(files.length === 1 ? spoken(list.firstElementChild) : `Xong ${files.length} tệp: ${added} đã vào thư viện, ${files.length - added} chưa.`);
});

// --- dropping
function chosen() {
  const names = [...form.elements.file.files].map((file) => file.name);
  form.classList.toggle("full", names.length > 0);
  document.querySelector("#da-chon").textContent = names.length ? `Đã chọn ${names.length} tệp: ${names.join("; ")}` : "Chưa chọn tệp nào.";
}

form?.addEventListener("change", chosen);
// a file let go beside the frame must not make the browser leave the page
for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
for (const kind of ["dragenter", "dragover"]) {
  form?.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
for (const kind of ["dragleave", "drop"]) form?.addEventListener(kind, () => form.classList.remove("over"));
form?.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  form.elements.file.files = event.dataTransfer.files;
  chosen();
  form.querySelector("button").focus();
  announce(`Đã nhận ${event.dataTransfer.files.length} tệp. Nhấn “Thêm vào thư viện” để gửi.`);
});
