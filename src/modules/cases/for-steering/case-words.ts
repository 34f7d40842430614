import type { Lang } from "../../../kernel/time.ts";
import { textsOf } from "../texts.ts";

/** The words of this room that other rooms show: kinds of work, every "no", titles of printed papers. */
export function caseWords(lang: Lang) {
  const { works, refusals, printed, due } = textsOf(lang);
  return { works, refusals, printed, due };
}
