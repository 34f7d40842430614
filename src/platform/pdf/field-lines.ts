import type { Run } from "./lines.ts";
import { drawLine, lineHeight, setLines } from "./paragraph.ts";
import type { Face } from "./serif-faces.ts";
import type { Sheet } from "./sheet.ts";

/** One "label: value" of a form; without a value the dots of the printed form stay, to be filled in by hand. */
export type Field = {
  readonly label: string;
  readonly value?: string | undefined;
  readonly face?: Face;
  /** Stands after the value or the dots, such as "(bộ)". */
  readonly unit?: string;
};
export type FieldStyle = {
  readonly size: number;
  readonly after?: number;
};

/** The height in points of one field line that needs no second, the air below included. */
export const fieldHeight = (style: FieldStyle): number => lineHeight(style) + (style.after ?? 0);

const DOT = ".";

/** Dots that fill a width in points. */
function dots(sheet: Sheet, size: number, width: number): string {
  return DOT.repeat(Math.max(3, Math.floor(width / sheet.widthOf(DOT, "regular", size))));
}

/** A field over the full width; a long value goes on below and onto the next page. */
export function fieldLine(sheet: Sheet, field: Field, style: FieldStyle): void {
  const height = lineHeight(style);
  sheet.need(height);
  sheet.leaf("P", () => {
    const lines = setLines(sheet, runsOf(field), style.size, sheet.width);
    for (const [index, line] of lines.entries()) {
      sheet.need(height);
      const end = drawLine(sheet, line, style, sheet.left, sheet.y, sheet.width);
      const last = index === lines.length - 1;
      if (last && !filled(field)) leader(sheet, field, style.size, end, sheet.left + sheet.width);
      sheet.y += height;
    }
  });
  sheet.y += style.after ?? 0;
}

/**
 * Fields side by side, each in its share of the width; one below the other where a value does not fit its share.
 */
export function fieldRow(
  sheet: Sheet,
  fields: readonly (Field & { readonly share: number })[],
  style: FieldStyle,
): void {
  const gap = style.size * 0.8;
  const widths = shareOut(sheet, fields, style.size, gap);
  if (!widths) {
    for (const field of fields) fieldLine(sheet, field, style);
    return;
  }
  sheet.need(lineHeight(style));
  let x = sheet.left;
  for (const [index, field] of fields.entries()) {
    const room = widths[index] ?? 0;
    sheet.leaf("P", () => {
      const [line] = setLines(sheet, runsOf(field), style.size, room);
      const end = line ? drawLine(sheet, line, style, x, sheet.y, room) : x;
      if (!filled(field)) leader(sheet, field, style.size, end, x + room);
    });
    x += room + gap;
  }
  sheet.y += lineHeight(style) + (style.after ?? 0);
}

/** Widths by share; by need where a share is too small; nothing where the fields do not fit side by side. */
function shareOut(
  sheet: Sheet,
  fields: readonly (Field & { readonly share: number })[],
  size: number,
  gap: number,
): readonly number[] | undefined {
  const free = sheet.width - gap * (fields.length - 1);
  const total = fields.reduce((sum, { share }) => sum + share, 0);
  const shares = fields.map(({ share }) => (free * share) / total);
  const needs = fields.map((field) => {
    const [line, ...more] = setLines(sheet, runsOf(field), size, free);
    return more.length > 0 ? Number.POSITIVE_INFINITY : (line?.width ?? 0);
  });
  if (needs.every((need, index) => need <= (shares[index] ?? 0))) return shares;
  const spare = free - needs.reduce((sum, need) => sum + need, 0);
  return spare < 0 ? undefined : needs.map((need) => need + spare / fields.length);
}

/** Empty dotted lines over the full width, to be written on by hand. */
export function dottedLines(sheet: Sheet, count: number, style: FieldStyle): void {
  for (let n = 0; n < count; n++) fieldLine(sheet, { label: "" }, style);
}

const filled = ({ value }: Field): boolean => value !== undefined && value.trim() !== "";

function runsOf(field: Field): readonly Run[] {
  const label: Run = { text: `${field.label} ` };
  if (!filled(field)) return [label];
  const unit = field.unit === undefined ? [] : [{ text: ` ${field.unit}` }];
  return [label, { text: field.value ?? "", face: field.face ?? "regular" }, ...unit];
}

/** Dots from the label to the right edge, flush with it; without a label flush on the left. */
function leader(sheet: Sheet, field: Field, size: number, from: number, to: number): void {
  const unit = field.unit === undefined ? "" : ` ${field.unit}`;
  const start = field.label === "" ? from : from + size * 0.2;
  const text = `${dots(sheet, size, to - start - sheet.widthOf(unit, "regular", size))}${unit}`;
  const x = field.label === "" ? from : to - sheet.widthOf(text, "regular", size);
  sheet.text(text, "regular", size, x, sheet.y);
}
