import type { Instant } from "../../../kernel/time.ts";
import { fieldLine } from "../../../platform/pdf/field-lines.ts";
import type { Run } from "../../../platform/pdf/lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { beginForm } from "./begin-form.ts";
import type { FormHead } from "./form-data.ts";
import { DOTTED_DATE, DOTTED_TIME, officialDate, officialTime } from "./official-time.ts";
import { pageFooter } from "./page-footer.ts";
import { closeWith } from "./signature-block.ts";
import { type HeadSigner, headOfAgency } from "./signature-places.ts";

export type ApologyData = FormHead & {
  /** Kính gửi. */
  readonly to: string;
  readonly identityNumber?: string;
  /** The agency that is late. */
  readonly agency: string;
  readonly caseCode: string;
  /** The name of the procedure. */
  readonly request: string;
  readonly receivedAt: Instant;
  readonly appointmentAt?: Instant;
  readonly reason?: string;
  /** The one new day of return (a second is not lawful: NĐ 61/2018/NĐ-CP Đ19k9). */
  readonly newAppointmentAt?: Instant;
  readonly signer?: HeadSigner;
};

/** Mẫu 04: Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết (TT 03/2025/TT-VPCP), as a PDF. */
export function apologyForm(data: ApologyData): Promise<Uint8Array> {
  const { sheet, size, style } = beginForm("apology", data, data.caseCode);
  const text = { ...style, firstIndent: size * 2, align: "justify", after: 4 } as const;
  const say = (...runs: readonly Run[]): void => paragraph(sheet, runs, text);
  const addressee: Run[] = [{ text: "Kính gửi: " }, { text: data.to, face: "bold" }];
  paragraph(sheet, addressee, { ...style, align: "center", after: 6 });
  say(
    {
      text: `${capital(officialDate(data.receivedAt))}, ${data.agency} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính `,
    },
    { text: data.request, face: "bold" },
    {
      text: ` của Ông/Bà/Tổ chức; số định danh: ${data.identityNumber ?? "........................"}; mã số hồ sơ: `,
    },
    { text: data.caseCode, face: "bold" },
    { text: "." },
  );
  const due = data.appointmentAt === undefined ? DOTTED_TIME : officialTime(data.appointmentAt);
  say({ text: `Thời gian hẹn trả kết quả giải quyết hồ sơ: ${due}.` });
  say({
    text: `Tuy nhiên đến nay, ${data.agency} chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`,
  });
  if (data.reason) say({ text: `Lý do: ${data.reason}` });
  else fieldLine(sheet, { label: "Lý do:" }, { size, after: 4 });
  say({
    text: `${capital(data.agency)} xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá trình giải quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông (Bà)/Tổ chức.`,
  });
  const day = data.newAppointmentAt === undefined ? DOTTED_DATE : officialDate(data.newAppointmentAt);
  say(
    {
      text: `${capital(data.agency)} xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà/Tổ chức vào `,
    },
    { text: `${day}.`, face: "bold" },
  );
  closeWith(
    sheet,
    "Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.",
    text,
    headOfAgency(data.signer),
  );
  return sheet.finish(pageFooter(sheet, data.caseCode));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
