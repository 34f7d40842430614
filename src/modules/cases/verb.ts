import { z } from "zod";
import type { Refused, Result } from "../../kernel/result.ts";
import type { Permission } from "../../platform/permission.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { Evidence } from "./domain/case-action.ts";
import type { CaseState, OpenStep } from "./domain/case-state.ts";
import type { CaseRefusal } from "./domain/refusal.ts";
import type { Decision, RuleContext } from "./domain/rule-context.ts";
import { localDate } from "./local-date-field.ts";

/** Papers that carry a number of the unit and year: Mẫu 01-05 and the result itself. */
export type PaperKind = "receipt" | "supplement" | "refusal" | "apology" | "stop" | "result";

/**
 * Something an officer can do to an existing case. Pages, API and batches are made from this one description:
 * `may` says whether it can be done now and why not, `decide` what then happens.
 */
export type CaseVerb<Input = unknown> = {
  /** As in the address /officer/cases/ID/NAME and, with "case." before it, in the audit. */
  readonly name: string;
  readonly permission: Permission;
  readonly input: z.ZodType<Input>;
  /** The numbered paper this prints; its number is taken in the same transaction, so that none is lost. */
  readonly paper?: PaperKind;
  /** The unit whose register numbers it; without this the one that decides for a result, else the one that received. */
  paperUnit?(state: CaseState, context: RuleContext): number | undefined;
  /** It moves one open step: where several could be meant, `step` of the context says which. */
  readonly ofStep?: true;
  /** Several cases at once, for the daily mass. */
  readonly batch?: true;
  /**
   * What the rule itself cannot know: questions to the directory or to the receipt's secret word. Runs between `may`
   * and `decide`, for pages, API and batches alike, and gives the input that `decide` takes.
   */
  prepare?(deps: CasesDeps, state: CaseState, input: Input, context: RuleContext): Result<Input, CaseRefusal>;
  may(state: CaseState, context: RuleContext): Refused<CaseRefusal> | undefined;
  decide(state: CaseState, input: Input, context: RuleContext): Result<Decision, CaseRefusal>;
};

/** The open steps that a verb could move now, where more than one is open; of a case with one nothing is asked. */
export function movable(verb: CaseVerb, state: CaseState, context: RuleContext): readonly OpenStep[] {
  if (verb.ofStep !== true || state.open.length < 2) return [];
  return state.open.filter(({ seq }) => verb.may(state, { ...context, step: seq }) === undefined);
}

const NOTHING = z.literal("").transform(() => undefined);

/** A text that must be given. */
export const requiredText = z.string({ error: "required" }).trim().min(1, "required").max(4000, "too-long");

/** A text that may be left empty. */
export const optionalText = z.union([NOTHING, z.string().trim().max(4000, "too-long")]).optional();

/** One line of a form area is one item; at least one. */
export const lines = z
  .union([z.string(), z.array(z.string())], { error: "required" })
  .transform((value) =>
    [value]
      .flat()
      .flatMap((text) => text.split("\n"))
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(1000, "too-long")).min(1, "required").max(50, "too-long"));

/** Number and date of a document, in two fields of a form; both or none. */
export const evidenceFields = {
  evidenceNumber: optionalText,
  evidenceDate: z.union([NOTHING, localDate]).optional(),
} as const;

/** The document that the two fields name; undefined where either is empty. */
export function evidenceOf(input: {
  readonly evidenceNumber?: string | undefined;
  readonly evidenceDate?: string | undefined;
}): Evidence | undefined {
  const { evidenceNumber: number, evidenceDate: date } = input;
  return number === undefined || date === undefined ? undefined : { number, date };
}

/** Files already stored; pages put them here after looking at the uploads. */
export const fileRefs = z
  .array(
    z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
      name: z.string().min(1).max(255),
      mediaType: z.string().max(100),
      bytes: z.number().int().positive(),
    }),
  )
  .max(40, "too-long")
  .default([]);

/** An optional value as an optional property, for types that tell absent from undefined. */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
