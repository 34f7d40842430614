import { fieldLine } from "../../../platform/pdf/field-lines.ts";
import type { Run } from "../../../platform/pdf/lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormStyle } from "./begin-form.ts";

/** "1. …" with hanging text; where there is nothing to list, as many dotted lines as the printed form has. */
export function numberedList(
  sheet: Sheet,
  items: readonly (readonly Run[])[],
  emptyLines: number,
  style: FormStyle,
): void {
  for (const [index, runs] of items.entries()) {
    paragraph(sheet, runs, { ...style, indent: style.size * 1.8, marker: `${index + 1}.` });
  }
  if (items.length > 0) return;
  for (let n = 1; n <= emptyLines; n++) fieldLine(sheet, { label: `${n}.` }, style);
}
