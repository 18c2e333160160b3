// Lets a reader of the contract try each address; the page is whole without it.
"use strict";

for (const section of document.querySelectorAll(".operation")) {
  const form = section.querySelector("form");
  const shown = section.querySelector("pre");
  form.querySelector("button").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    shown.hidden = false;
    shown.textContent = "…";
    shown.textContent = await answer(section.dataset.method, section.dataset.address, form);
  });
}

async function answer(method, address, form) {
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll("input")) {
    if (input.value === "") continue;
    if (input.dataset.in === "path") {
      address = address.replace(`{${input.name}}`, encodeURIComponent(input.value));
    } else {
      query.append(input.name, input.value);
    }
  }
  const body = form.querySelector("textarea");
  const options = { method };
  if (body) {
    options.body = body.value;
    options.headers = { "Content-Type": "application/json" };
  }
  const asked = query.size ? `${address}?${query}` : address;
  try {
    const response = await fetch(asked, options);
    return `${response.status} ${asked}\n\n${pretty(await response.text())}`;
  } catch {
    return "Không kết nối được với máy chủ.";
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
