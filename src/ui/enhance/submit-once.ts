/** Impatient fingers send a form once: the button shows that it works, and a second submit is swallowed. */
export function submitOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const note = form.dataset.submitOnce;
    if (note === undefined) return;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "";
    const button = event.submitter;
    if (button instanceof HTMLButtonElement) showWorking(button, note);
  });
  // A page that comes back from the browser's memory must be usable again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]"))
      delete form.dataset.sent;
    for (const button of document.querySelectorAll<HTMLButtonElement>("button.busy")) {
      button.classList.remove("busy");
      button.removeAttribute("aria-busy");
      const words = button.querySelector("span");
      if (words !== null && button.dataset.words !== undefined) words.textContent = button.dataset.words;
    }
  });
}

/** The button is not disabled: a disabled one would not send its name and value. */
function showWorking(button: HTMLButtonElement, note: string): void {
  button.classList.add("busy");
  button.setAttribute("aria-busy", "true");
  const words = button.querySelector("span");
  if (words === null) return;
  button.dataset.words = words.textContent ?? "";
  words.textContent = note;
}
