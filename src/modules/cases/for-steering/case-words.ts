import type { Lang } from "../../../kernel/time.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { textsOf } from "../texts.ts";

/** The words of this room that other rooms show: kinds of work, every "no", titles of printed papers. */
export function caseWords(lang: Lang) {
  const { works, refusals, printed, due } = textsOf(lang);
  return { works, refusals, printed, due };
}

/** The HTTP status with which a "no" of this room is answered. */
export function refusalStatus(refusal: CaseRefusal): number {
  return REFUSAL_STATUS[refusal];
}
