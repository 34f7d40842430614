import type { Condition } from "../domain/condition.ts";
import type { ProcessTerms } from "../domain/process.ts";
import { ConditionSchema, TermsSchema } from "../edit-process/draft-schema.ts";
import { cleanText } from "./moddle.ts";

/** A condition as our files write it; undefined for anything else. */
export function readCondition(text: string | undefined): Condition | undefined {
  return ConditionSchema.safeParse(json(text)).data;
}

/** Terms as our files write them; undefined for anything else. */
export function readTerms(text: string | undefined): ProcessTerms | undefined {
  const read = TermsSchema.safeParse(json(text)).data;
  if (read === undefined) return undefined;
  const { appointments, whenSilent } = read;
  return {
    ...(appointments === undefined ? {} : { appointments }),
    ...(whenSilent === undefined ? {} : { whenSilent }),
  };
}

function json(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" ? cleanText(value) : value));
  } catch {
    return undefined;
  }
}
