import { points } from "../../../platform/pdf/paper.ts";
import { drawLine, setLines } from "../../../platform/pdf/paragraph.ts";
import { drawQrCode } from "../../../platform/pdf/qr-code.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormHead } from "./form-data.ts";

/** Where the holder of the receipt follows the case. */
export type FormTracking = {
  /** The whole address, secret included; content of the QR code. */
  readonly url: string;
  /** The secret alone, printed for those who type. */
  readonly secret: string;
};

/** Side of the QR code on paper, millimetres. */
export const QR_MM = 23;

/** The secret in groups of four: "7F3K 9QWX 2M". */
const inGroups = (secret: string): string => secret.match(/.{1,4}/gu)?.join(" ") ?? "";

/** Case code, secret, how to follow the case, and the receiving desk; the QR code on the right. */
export function trackingBand(
  sheet: Sheet,
  size: number,
  { caseCode, issuer, tracking }: Pick<FormHead, "issuer"> & { caseCode: string; tracking?: FormTracking },
): void {
  const qr = tracking ? points(QR_MM) : 0;
  const width = sheet.width - qr - size;
  const top = sheet.y;
  if (tracking) {
    drawQrCode(
      sheet,
      tracking.url,
      `Mã QR để theo dõi hồ sơ ${caseCode}`,
      sheet.left + sheet.width - qr,
      top,
      qr,
    );
  }
  const write = (runs: Parameters<typeof setLines>[1], textSize: number): void => {
    sheet.leaf("P", () => {
      for (const line of setLines(sheet, runs, textSize, width)) {
        drawLine(sheet, line, { size: textSize }, sheet.left, sheet.y, width);
        sheet.y += textSize * 1.25;
      }
    });
    sheet.y += size * 0.2;
  };
  write([{ text: "Mã hồ sơ: " }, { text: caseCode, face: "bold" }], size + 1);
  if (tracking) {
    write([{ text: "Mã tra cứu: " }, { text: inGroups(tracking.secret), face: "bold" }], size + 1);
    write([{ text: guidance(tracking.url), face: "italic" }], size - 1.5);
  }
  write([{ text: issuer.desk, face: "bold" }], size);
  sheet.y = Math.max(sheet.y, tracking ? top + qr + size * 0.4 : sheet.y);
}

function guidance(url: string): string {
  const site = URL.canParse(url) ? ` tại ${new URL(url).host}` : "";
  return `Quét mã QR hoặc nhập hai mã trên${site} để theo dõi hồ sơ. Xin giữ kín mã tra cứu.`;
}
