import { type CardFacts, readCard } from "./card-text.ts";

/**
 * A reader that types like a keyboard fills the form: the field with `data-card-scan` receives the card's text, and
 * fields of the same form with `data-card="number|oldNumber|name|born|sex|address|issued"` are filled.
 */
export function cardScan(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-card-scan]")) {
    field.addEventListener("keydown", (event) => {
      // Readers end with Enter, which would send the form.
      if (event.key !== "Enter" || !field.value.includes("|")) return;
      event.preventDefault();
      fill(field);
    });
    field.addEventListener("change", () => fill(field));
  }
}

function fill(field: HTMLInputElement): void {
  const facts = readCard(field.value);
  const form = field.form;
  if (facts === undefined || form === null) return;
  for (const target of form.querySelectorAll<HTMLElement>("[data-card]")) {
    const value = facts[target.dataset.card as keyof CardFacts];
    if (value) put(target, value);
  }
  // The scanned field may itself ask for the number; its raw text must not be sent.
  field.value = field.dataset.card === undefined ? "" : (facts[field.dataset.card as keyof CardFacts] ?? "");
  form.dispatchEvent(new Event("input", { bubbles: true }));
  const next = [...form.querySelectorAll<HTMLInputElement>("input.input, select.input")].find(
    (box) => !box.value && box !== field,
  );
  next?.focus();
}

function put(target: HTMLElement, value: string): void {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    target.value = value;
    return;
  }
  const wanted = value.toLocaleLowerCase("vi");
  if (target instanceof HTMLSelectElement) {
    for (const option of target.options) if (says(option.value, option.text, wanted)) option.selected = true;
    return;
  }
  for (const input of target.querySelectorAll("input")) {
    if (says(input.value, input.labels?.[0]?.textContent ?? "", wanted)) input.checked = true;
  }
}

/** Whether the value or the word of an option is the card's word ("Nam", "Nữ"). */
function says(value: string, word: string, wanted: string): boolean {
  return [value, word].some((text) => text.trim().toLocaleLowerCase("vi") === wanted);
}
