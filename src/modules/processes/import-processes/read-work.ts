import type { StepWork } from "../domain/process.ts";
import type { UncountedReason } from "../domain/uncounted.ts";
import type { ReadUnit } from "./read-unit.ts";

/** Where a step stands in its table, from 0; the first and the last have their work by their place. */
export type Place = { readonly at: number; readonly last: boolean; readonly province: boolean };

/** The kind of work of a row, from who does it, its place and its words. */
export function workOf(text: string, { unit, post, outside }: ReadUnit, place: Place): StepWork {
  const plain = plainOf(text);
  if (unit === "receiving-desk" && outside === undefined) {
    if (place.at === 0) return "receive";
    if (place.last) return "return";
  }
  if (outside === "tax-office") return "await-payment";
  if (outside === "applicant")
    return /nộp|nghĩa vụ tài chính/.test(plain) ? "await-payment" : "await-outside";
  if (outside === "other") return "await-outside";
  // "Đăng ký" signs nothing.
  if (post === "leader" && /(?<!đăng )(?<!\p{L})(ký|ban hành|quyết định|phê duyệt|cấp giấy)/u.test(plain))
    return "approve";
  return "process";
}

/** Whether a row begins one of its items with signing or issuing. */
export function signs(text: string): boolean {
  return /(^|[-+•;.]\s*)(ký|ban hành|phê duyệt|quyết định|cấp giấy chứng nhận)(?!\p{L})/u.test(plainOf(text));
}

/** One of the eight kinds of time that do not count; undefined where the text names none of them. */
export function reasonOf(text: string, { outside }: ReadUnit): UncountedReason | undefined {
  const plain = plainOf(text);
  if (outside === "tax-office") return "tax-office";
  if (/niêm yết|đăng tin/.test(plain)) return "violation-or-publication";
  if (/trích đo/.test(plain)) return "survey";
  if (/giá đất cụ thể/.test(plain)) return "land-price";
  if (/nghĩa vụ tài chính/.test(plain)) return "financial-duty";
  return undefined;
}

const plainOf = (text: string) => text.normalize("NFC").trim().toLowerCase();
