import type { Condition } from "../domain/condition.ts";
import type { ProcessTerms } from "../domain/process.ts";
import { ConditionSchema, TermsSchema } from "../edit-process/draft-schema.ts";
import { parseJson } from "../parse-json.ts";

/** A condition as our files write it; undefined for anything else. */
export function readCondition(text: string | undefined): Condition | undefined {
  return ConditionSchema.safeParse(text === undefined ? undefined : parseJson(text)).data;
}

/** Terms as our files write them; undefined for anything else. */
export function readTerms(text: string | undefined): ProcessTerms | undefined {
  const read = TermsSchema.safeParse(text === undefined ? undefined : parseJson(text)).data;
  if (read === undefined) return undefined;
  const { appointments, whenSilent } = read;
  return {
    ...(appointments === undefined ? {} : { appointments }),
    ...(whenSilent === undefined ? {} : { whenSilent }),
  };
}
