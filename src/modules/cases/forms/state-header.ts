import type { Run } from "../../../platform/pdf/lines.ts";
import { drawLine, lineHeight, setBalanced } from "../../../platform/pdf/paragraph.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormHead } from "./form-data.ts";
import type { FormLayout } from "./form-layout.ts";
import { officialDate } from "./official-time.ts";

const STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";

/**
 * The head of an official paper as in NĐ 30/2020/NĐ-CP, Phụ lục I: agency left, state and motto right,
 * under them number and place with date; then the title of the form.
 */
export function stateHeader(sheet: Sheet, head: FormHead, layout: FormLayout): void {
  const size = sheet.width > 400 ? 12 : 9.5;
  const gap = size;
  const stateWidth = sheet.widthOf(STATE, "bold", size) + 2;
  const right = { x: sheet.left + sheet.width - stateWidth, width: stateWidth };
  const left = { x: sheet.left, width: Math.min(sheet.width - stateWidth - gap, stateWidth) };
  const top = sheet.y;

  const { issuer } = head;
  const leftEnd = column(sheet, left, top, size, [
    { text: capitals(issuer.superior) },
    { text: capitals(issuer.desk), face: "bold" },
  ]);
  sheet.artifact(() => centredRule(sheet, left, leftEnd + 2, left.width * 0.4));
  const stateEnd = column(sheet, right, top, size, [{ text: STATE, face: "bold" }]);
  const mottoEnd = column(sheet, right, stateEnd, size + 1, [{ text: MOTTO, face: "bold" }]);
  sheet.artifact(() => centredRule(sheet, right, mottoEnd + 2, sheet.widthOf(MOTTO, "bold", size + 1)));

  const second = Math.max(leftEnd, mottoEnd) + size * 0.9;
  const sign = layout.numberSuffix.replace("{desk}", issuer.sign ?? "TTPVHCC");
  column(sheet, left, second, size + 0.5, [{ text: `Số: ${head.number ?? "............"}/${sign}` }]);
  const placed = `${issuer.place}, ${officialDate(head.issuedAt)}`;
  sheet.y = column(sheet, right, second, size + 0.5, [{ text: placed, face: "italic" }]) + size;
  formTitle(sheet, layout);
}

/** Capitals, with words that belong together held on one line. */
function capitals(name: string): string {
  return name
    .normalize("NFC")
    .toUpperCase()
    .replace(/NHÂN DÂN|HÀNH CHÍNH|PHỤC VỤ|TRUNG TÂM|ĐỀ NGHỊ|GIA HẠN|THỜI GIAN|GIẢI QUYẾT/g, (words) =>
      words.replace(" ", "\u00a0"),
    );
}

/** Centred texts one below the other; gives the y below the last. */
function column(
  sheet: Sheet,
  { x, width }: { x: number; width: number },
  top: number,
  size: number,
  runs: readonly Run[],
): number {
  const style = { size, align: "center", leading: 1.18 } as const;
  let y = top;
  for (const run of runs) {
    sheet.leaf("P", () => {
      for (const line of setBalanced(sheet, [run], size, width)) {
        drawLine(sheet, line, style, x, y, width);
        y += lineHeight(style);
      }
    });
  }
  return y;
}

function centredRule(
  sheet: Sheet,
  { x, width }: { x: number; width: number },
  y: number,
  length: number,
): void {
  const from = x + (width - length) / 2;
  sheet.rule(from, y, from + length, y);
}

function formTitle(sheet: Sheet, layout: FormLayout): void {
  const title: Run = { text: capitals(layout.title), face: "bold" };
  const size = layout.size + 2;
  sheet.leaf("H1", () => {
    for (const line of setBalanced(sheet, [title], size, sheet.width)) {
      drawLine(sheet, line, { size, align: "center" }, sheet.left, sheet.y, sheet.width);
      sheet.y += size * 1.25;
    }
  });
  sheet.y += size * 0.6;
}
