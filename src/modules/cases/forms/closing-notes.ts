import { paragraph, paragraphHeight } from "../../../platform/pdf/paragraph.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";

/** "Ghi chú:" and its lines below a table, kept on one page. */
export function closingNotes(sheet: Sheet, notes: readonly string[], size: number): void {
  const style = { size, align: "justify", after: 1 } as const;
  const heading = [{ text: "Ghi chú:", face: "italic" as const }];
  const paragraphs = [heading, ...notes.map((text) => [{ text }])];
  sheet.y += size * 0.7;
  sheet.need(paragraphs.reduce((sum, runs) => sum + paragraphHeight(sheet, runs, style), 0));
  for (const runs of paragraphs) paragraph(sheet, runs, style);
}
