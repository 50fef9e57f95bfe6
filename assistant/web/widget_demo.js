// Copies the lines for a site; without this file they can be selected.

const code = document.querySelector(".code");
const copy = code.querySelector(".copy");
const said = code.querySelector("[role=status]");

copy.hidden = false;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(document.getElementById("snippet").textContent);
    said.textContent = code.dataset.copied;
  } catch {
    said.textContent = code.dataset.notCopied;
  }
});
