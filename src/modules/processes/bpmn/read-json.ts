import { z } from "zod";
import { CASE_FACTS, type CaseFact, type Condition } from "../domain/condition.ts";
import type { ProcessTerms } from "../domain/process.ts";

const fact = z.enum(Object.keys(CASE_FACTS) as [CaseFact, ...CaseFact[]]);
const value = z.union([z.string().max(200), z.number(), z.boolean()]);
const ConditionSchema = z.union([
  z.object({ fact, is: z.literal("one-of"), values: z.array(value).max(100) }),
  z.object({ fact, is: z.enum(["at-least", "below"]), value: z.number() }),
]);
const Limit = z.object({
  amount: z.number().positive(),
  unit: z.enum(["hour", "working-day", "calendar-day", "month", "in-day"]),
});
const TermsSchema = z.object({
  appointments: z.object({ first: Limit, second: Limit }).optional(),
  whenSilent: z.object({ outcome: z.enum(["granted", "refused"]), basis: z.string().max(500) }).optional(),
});

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
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
