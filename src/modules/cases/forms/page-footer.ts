import type { Sheet } from "../../../platform/pdf/sheet.ts";

/**
 * "Trang 2/3" in the lower margin, a mark such as the case code before it so that a lost sheet finds its way back.
 * A form of one page carries none, unless told to always.
 */
export function pageFooter(
  sheet: Sheet,
  mark: string,
  when: "always" | "several-pages" = "several-pages",
): (page: number, pages: number) => void {
  return (page, pages) => {
    if (pages === 1 && when === "several-pages") return;
    const text = mark === "" ? `Trang ${page}/${pages}` : `${mark} – Trang ${page}/${pages}`;
    const x = sheet.left + sheet.width - sheet.widthOf(text, "italic", 9);
    sheet.text(text, "italic", 9, x, sheet.bottom + 8);
  };
}
