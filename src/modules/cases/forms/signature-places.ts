import type { FormSigner } from "./form-data.ts";
import type { SignaturePlace } from "./signature-block.ts";

/** The head of the agency, or whoever signs in their place: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC". */
export type HeadSigner = FormSigner & {
  /** Printed in capitals instead of "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ". */
  readonly title?: string;
};

/** Who hands in and who receives, as at the foot of Mẫu 01 and 03. */
export function submitterAndReceiver(
  submitter: FormSigner | undefined,
  receiver: FormSigner | undefined,
): readonly SignaturePlace[] {
  return [
    { role: "NGƯỜI NỘP HỒ SƠ", digitalNote: "Chữ ký số của người nộp hồ sơ", signer: submitter },
    {
      role: "NGƯỜI TIẾP NHẬN HỒ SƠ",
      digitalNote: "Chữ ký số của người tiếp nhận hồ sơ",
      signer: receiver,
    },
  ];
}

/** The head of the agency alone, as at the foot of Mẫu 04 and 05. */
export function headOfAgency(signer: HeadSigner | undefined): readonly SignaturePlace[] {
  return [
    {
      role: (signer?.title ?? "Thủ trưởng cơ quan, đơn vị").toUpperCase(),
      digitalNote: "Chữ ký số của thủ\u00a0trưởng cơ\u00a0quan, đơn vị",
      signer,
    },
  ];
}
