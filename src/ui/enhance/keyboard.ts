/** The keys of officers: "/" search, j and k rows, Enter open, x select, "?" help. Silent while someone types. */
export function keyboard(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    const act = actions[event.key];
    if (act?.() === true) event.preventDefault();
  });
}

/** Each answers whether it did something; if not, the key keeps its usual meaning. */
const actions: Record<string, () => boolean> = {
  "/": focusSearch,
  "?": toggleHelp,
  j: () => step(1),
  k: () => step(-1),
  x: togglePick,
  Enter: openRow,
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

function focusSearch(): boolean {
  const box =
    document.querySelector<HTMLInputElement>("input[data-main-search]") ??
    document.querySelector<HTMLInputElement>("input[type=search]");
  box?.focus();
  box?.select();
  return box !== null;
}

function toggleHelp(): boolean {
  const help = document.querySelector<HTMLDialogElement>("dialog[data-keyboard-help]");
  if (help === null) return false;
  if (help.open) help.close();
  else help.showModal();
  return true;
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("table[data-rows] > tbody > tr")];
}

function step(by: 1 | -1): boolean {
  const all = rows();
  if (all.length === 0) return false;
  const now = all.findIndex((row) => row.classList.contains("here"));
  const next = all[now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + by))];
  if (next === undefined) return false;
  all[now]?.classList.remove("here");
  next.classList.add("here");
  // Focus follows the mark, so that a screen reader says the row and Tab goes on from it.
  (linkOf(next) ?? next.querySelector<HTMLElement>("input"))?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function here(): HTMLElement | undefined {
  return rows().find((row) => row.classList.contains("here"));
}

function linkOf(row: HTMLElement): HTMLAnchorElement | null {
  return row.querySelector<HTMLAnchorElement>("th a") ?? row.querySelector<HTMLAnchorElement>("td a");
}

/** A link or button that has the focus opens by itself. */
function openRow(): boolean {
  const focused = document.activeElement;
  if (focused !== document.body && focused?.matches("a, button, summary") === true) return false;
  const row = here();
  const link = row === undefined ? null : linkOf(row);
  link?.click();
  return link !== null;
}

function togglePick(): boolean {
  const box = here()?.querySelector<HTMLInputElement>(".pick input:not(:disabled)");
  box?.click();
  return box !== undefined && box !== null;
}
