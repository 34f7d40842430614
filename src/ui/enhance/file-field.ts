/** Drop and paste onto a file field, the names and sizes of what was chosen, a small preview, and the size check. */
export function fileFields(): void {
  for (const zone of document.querySelectorAll<HTMLElement>("[data-file-field]")) {
    const input = zone.querySelector<HTMLInputElement>("input[type=file]");
    const list = zone.querySelector<HTMLElement>("[data-file-list]");
    if (input === null || list === null) continue;
    input.addEventListener("change", () => show(zone, input, list));
    for (const type of ["dragover", "dragleave", "drop"] as const) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.classList.toggle("over", type === "dragover");
        if (type === "drop") take(input, event.dataTransfer);
      });
    }
    // A picture is pasted while the field, or anything in its form that is not text, has the focus.
    zone.addEventListener("paste", (event) => take(input, event.clipboardData));
  }
}

function take(input: HTMLInputElement, data: DataTransfer | null): void {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || input.disabled) return;
  const chosen = new DataTransfer();
  const kept = input.multiple ? [...(input.files ?? []), ...files] : files.slice(0, 1);
  for (const file of kept) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function show(zone: HTMLElement, input: HTMLInputElement, list: HTMLElement): void {
  for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  list.replaceChildren();
  const limit = Number(zone.dataset.maxBytes ?? Number.POSITIVE_INFINITY);
  let fault = "";
  for (const file of input.files ?? []) {
    const tooLarge = file.size > limit;
    const line = document.createElement("p");
    line.className = tooLarge ? "error-text" : "chosen-file";
    line.textContent = `${file.name} · ${sizeOf(file.size)}`;
    if (tooLarge) {
      fault = zone.dataset.tooLarge ?? "";
      line.append(` · ${fault}`);
    }
    list.append(line);
    if (!tooLarge && /^image\/(png|jpeg|webp)$/.test(file.type)) list.append(preview(file));
  }
  input.setAttribute("aria-invalid", String(fault !== ""));
}

function preview(file: File): HTMLImageElement {
  const image = document.createElement("img");
  image.alt = "";
  image.src = URL.createObjectURL(file);
  return image;
}

function sizeOf(bytes: number): string {
  const [amount, unit] = bytes < 1_048_576 ? [bytes / 1024, "kB"] : [bytes / 1_048_576, "MB"];
  return `${amount.toLocaleString("vi-VN", { maximumFractionDigits: 1 })} ${unit}`;
}
