/**
 * Keeps what is typed in a form (`data-keep`) in this tab until the server has it.
 * A submit only marks the draft as sent: it is forgotten when the next page proves arrival (another page, or a success
 * message), so that a broken connection loses nothing. Signing out forgets everything, because desks are shared.
 */
export function keepTyped(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];
  const arrived = document.querySelector("[data-flash=ok]") !== null;
  forgetArrived(new Set(arrived ? [] : forms.map(keyOf)));
  for (const form of forms) attend(form);
  document.addEventListener("submit", (event) => {
    if ((event.target as HTMLElement).matches("[data-sign-out]")) forgetArrived(new Set(), true);
  });
}

const prefix = "keep:";
type Draft = { values: Record<string, string[]>; sent?: true };

function keyOf(form: HTMLFormElement): string {
  return prefix + form.dataset.keep;
}

function forgetArrived(stillHere: ReadonlySet<string>, all = false): void {
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(prefix) || stillHere.has(key)) continue;
    if (all || read(key)?.sent === true) sessionStorage.removeItem(key);
  }
}

function read(key: string): Draft | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Draft);
}

function attend(form: HTMLFormElement): void {
  const key = keyOf(form);
  const draft = read(key);
  // A form that came back with errors carries its values itself.
  if (draft !== undefined && form.dataset.hasErrors === undefined && restore(form, draft)) tell(form);
  const save = (sent?: true): void => {
    const kept: Draft = sent ? { values: valuesOf(form), sent } : { values: valuesOf(form) };
    sessionStorage.setItem(key, JSON.stringify(kept));
  };
  form.addEventListener("input", () => save());
  form.addEventListener("submit", () => save(true));
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controls(form: HTMLFormElement): Control[] {
  return ([...form.elements] as Control[]).filter(
    (control) =>
      control.name &&
      !/^(hidden|password|file|submit|button|fieldset)$/.test(control.type) &&
      control.dataset.noKeep === undefined,
  );
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const control of controls(form)) {
    values[control.name] ??= [];
    if (!isBox(control) || control.checked) values[control.name]?.push(control.value);
  }
  return values;
}

/** True when something on the page changed. */
function restore(form: HTMLFormElement, draft: Draft): boolean {
  let changed = false;
  const taken: Record<string, number> = {};
  for (const control of controls(form)) {
    const values = draft.values[control.name];
    if (values === undefined) continue;
    if (isBox(control)) {
      const checked = values.includes(control.value);
      changed ||= control.checked !== checked;
      control.checked = checked;
      continue;
    }
    const index = taken[control.name] ?? 0;
    taken[control.name] = index + 1;
    const value = values[index] ?? control.value;
    changed ||= control.value !== value;
    control.value = value;
  }
  return changed;
}

function tell(form: HTMLFormElement): void {
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  note.textContent = form.dataset.keepNote ?? "";
  form.prepend(note);
}
