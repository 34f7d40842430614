/**
 * A part of the page that says how far something is, is read again in place, so that nobody loses their place on the
 * page; when it is gone the page is new.
 */
export function lookAgain(): void {
  const part = document.querySelector<HTMLElement>("[data-look-again]");
  if (part === null) return;
  setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    if (answer?.ok === true) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-look-again]");
      if (now === null) return location.reload();
      part.replaceChildren(...now.childNodes);
    }
    lookAgain();
  }, Number(part.dataset.lookAgain) * 1000);
}
