import { searchKey } from "../../../kernel/vietnamese-text.ts";
import type { ProcedureContent } from "./procedure.ts";
import { soundKey } from "./sound-key.ts";

/** The texts by which a procedure is found; all without marks, in lower case. */
export type SearchColumns = {
  /** The name without its opening "Thủ tục", so that it begins with what people type. */
  readonly name: string;
  /** Everyday words, each between bars: "|lam giay khai sinh|khai sinh cho con|". */
  readonly words: string;
  /** Weaker evidence: field and results. */
  readonly rest: string;
  /** Name and everyday words as they are heard. */
  readonly sound: string;
};

/** Words of the results beyond these say nothing that helps to find the procedure. */
const RESULT_LETTERS = 300;

/** The search columns of a procedure. */
export function searchColumns(content: ProcedureContent): SearchColumns {
  const words = content.everydayWords.map(searchKey).filter((word) => word !== "");
  const name = searchKey(content.name).replace(/^thu tuc (hanh chinh )?/, "");
  return {
    name,
    words: words.length === 0 ? "" : `|${words.join("|")}|`,
    rest: searchKey(`${content.field} ${content.results.join(" ").slice(0, RESULT_LETTERS)}`),
    // A word of no meaning between them, so that no phrase reaches from one into the next.
    sound: [name, ...words].map(soundKey).join(" zq "),
  };
}
