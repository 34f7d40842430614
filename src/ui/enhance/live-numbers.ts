/** Silence after which numbers are called old: the server is heard from every ten seconds. */
const SILENCE_MS = 25_000;
const AGAIN_MS = 30_000;

/** Numbers of a page with a stream change in place; when the stream is silent the page says that they are old. */
export function liveNumbers(): void {
  const status = document.querySelector<HTMLElement>("[data-live-stream]");
  const url = status?.dataset.liveStream;
  if (status === null || url === undefined) return;
  let timer = 0;
  let source: EventSource | undefined;
  const say = (live: boolean) => {
    status.classList.toggle("live", live);
    status.classList.toggle("stale", !live);
    const state = status.querySelector("[data-live-state]");
    const words = (live ? status.dataset.liveWords : status.dataset.staleWords) ?? "";
    if (state !== null && state.textContent !== words) state.textContent = words;
  };
  const heard = (event: MessageEvent<string>) => {
    clearTimeout(timer);
    timer = setTimeout(() => say(false), SILENCE_MS);
    say(true);
    for (const [key, text] of Object.entries(JSON.parse(event.data) as Record<string, string>))
      show(key, text);
  };
  const open = () => {
    source = new EventSource(url);
    source.addEventListener("message", heard);
    source.addEventListener("error", () => {
      say(false);
      // A browser tries again by itself, unless the server said no.
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS);
    });
  };
  open();
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) open();
  });
}

function show(key: string, text: string): void {
  for (const place of document.querySelectorAll(`[data-live="${CSS.escape(key)}"]`)) {
    if (place.localName === "rect") place.setAttribute("width", text);
    else if (place.textContent !== text) {
      place.textContent = text;
      place.classList.remove("fresh");
      // The next frame, so that the mark shows again on a number that has just had it.
      if (key !== "asOf") requestAnimationFrame(() => place.classList.add("fresh"));
    }
  }
}
