import type { Lang } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import { limitFor, limitsOf } from "../../catalogue/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { FilingChannel } from "../domain/people.ts";

/** A procedure or one of its cases, to be chosen. */
export type ProcedureChoice = { readonly value: string; readonly label: string; readonly hint: string };

const BETWEEN = "~";

/**
 * The procedures a search finds; one with cases of its own is offered case by case.
 * @param channel by which the case came: it is judged by the time of that one.
 */
export async function procedureChoices(
  deps: Pick<CasesDeps, "searchProcedures" | "procedureInForce">,
  query: string,
  channel: FilingChannel,
  lang: Lang,
): Promise<readonly ProcedureChoice[]> {
  if (query === "") return [];
  const found = await deps.searchProcedures(query, { receivableOnly: true, limit: 8 });
  const procedures = await Promise.all(found.map(({ code }) => deps.procedureInForce(code)));
  return procedures.flatMap((procedure) => {
    if (procedure === undefined) return [];
    const { code, name, field, variants } = procedure.content;
    const limit = limitFor(limitsOf(procedure.content, undefined), channel);
    const hint = (of: typeof limit) =>
      [code, field, of && formatTimeLimit(of, lang)].filter(Boolean).join(" · ");
    const own = variants.map((variant) => ({
      value: `${code}${BETWEEN}${variant.code}`,
      label: `${name}: ${variant.name}`,
      hint: hint(limitFor(variant, channel)),
    }));
    return own.length > 0 && limit === undefined
      ? own
      : [{ value: code, label: name, hint: hint(limit) }, ...own];
  });
}

/** Procedure and variant of a choice. */
export function chosenProcedure(value: string): {
  readonly procedureCode: string;
  readonly variantCode: string;
} {
  const [procedureCode = "", variantCode = ""] = value.split(BETWEEN);
  return { procedureCode, variantCode };
}
