import type { Sheet } from "../../../platform/pdf/sheet.ts";

/**
 * "Trang 2/3" in the lower margin, the case code beside it so that a lost sheet finds its way back.
 * A form of one page carries none.
 */
export function pageFooter(sheet: Sheet, mark: string): (page: number, pages: number) => void {
  return (page, pages) => {
    if (pages === 1) return;
    const text = mark === "" ? `Trang ${page}/${pages}` : `${mark} – Trang ${page}/${pages}`;
    const x = sheet.left + sheet.width - sheet.widthOf(text, "italic", 9);
    sheet.text(text, "italic", 9, x, sheet.bottom + 8);
  };
}
