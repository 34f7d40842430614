/** The checkbox in the head of a batch table: all, none, or a dash for some. */
export function selectAll(): void {
  for (const head of document.querySelectorAll<HTMLInputElement>("input[data-select-all]")) {
    const table = head.closest("table");
    const boxes = [...(table?.querySelectorAll<HTMLInputElement>("tbody .pick input:not(:disabled)") ?? [])];
    const show = (): void => {
      const chosen = boxes.filter((box) => box.checked).length;
      head.checked = chosen > 0 && chosen === boxes.length;
      head.indeterminate = chosen > 0 && chosen < boxes.length;
      const count = document.querySelector(`[data-chosen-count="${head.dataset.selectAll}"]`);
      if (count !== null) count.textContent = String(chosen);
    };
    head.addEventListener("change", () => {
      for (const box of boxes) box.checked = head.checked;
      show();
    });
    table?.addEventListener("change", show);
    show();
  }
}
