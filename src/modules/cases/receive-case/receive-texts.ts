import type { Lang } from "../../../kernel/time.ts";
import { receiveEn } from "./receive-messages.en.ts";
import { type ReceiveMessages, receiveVi } from "./receive-messages.vi.ts";

/** The words of the receiving pages in a language. */
export function receiveTexts(lang: Lang): ReceiveMessages {
  return lang === "vi" ? receiveVi : receiveEn;
}
