import { z } from "zod";
import { CASE_FACTS, type CaseFact } from "../domain/condition.ts";
import { UNCOUNTED_REASONS, type UncountedReason } from "../domain/uncounted.ts";

/** As many steps as a process may have, and ways out of one step. */
export const MOST_STEPS = 80;
export const MOST_BRANCHES = 20;

/** As long as an id of a published step may be (a called process puts its caller's before its own). */
const Id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}_.-]+$/u);
/** Where a way leads; "" while it was not chosen, which is a fault of the draft and no reason not to keep it. */
const Target = z.union([z.literal(""), Id]);
const facts = Object.keys(CASE_FACTS) as [CaseFact, ...CaseFact[]];
const reasons = Object.keys(UNCOUNTED_REASONS) as [UncountedReason, ...UncountedReason[]];

export const UNITS = [
  "receiving-desk",
  "deciding-unit",
  "unit-above",
  "province-committee",
  "commune-of-matter",
] as const;
export const POSTS = ["desk-officer", "specialist", "division-head", "leader", "clerk"] as const;
export const WORKS = [
  "receive",
  "process",
  "review",
  "approve",
  "issue",
  "return",
  "opinion",
  "await-payment",
  "await-outside",
  "subprocess",
] as const;
export const OUTCOMES = [
  "send-back",
  "ask-supplement",
  "ask-opinion",
  "financial-duty",
  "draft-result",
] as const;
export const FACTS = facts;
export const REASONS = reasons;

export const ConditionSchema = z.union([
  z.object({
    fact: z.enum(facts),
    is: z.literal("one-of"),
    values: z
      .array(z.union([z.string().max(200), z.number(), z.boolean()]))
      // None yet, in a draft.
      .max(50),
  }),
  z.object({ fact: z.enum(facts), is: z.enum(["at-least", "below"]), value: z.number() }),
]);

export const FlowSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("to"), step: Target }),
  z.object({
    kind: z.literal("choice"),
    branches: z.array(z.object({ when: ConditionSchema, to: Target })).max(MOST_BRANCHES),
    otherwise: Target,
  }),
  z.object({ kind: z.literal("parallel"), branches: z.array(Target).max(MOST_BRANCHES), join: Target }),
  z.object({ kind: z.literal("end") }),
]);

/** The unit of a step: found by its part in the case, or named by its code. */
export const UnitSchema = z.union([
  z.enum(UNITS),
  z.templateLiteral(["unit:", z.string().regex(/^[A-Z0-9.]{1,40}$/)]),
]);

export const LONGEST_NAME = 300;
/** Working minutes; at most a thousand working days. */
export const BudgetSchema = z.number().int().min(0).max(480_000);
/** A step that stands for another procedure. */
export const SubprocessSchema = z.object({
  procedureCode: z.string().min(1).max(60),
  variantCode: z.string().max(60).optional(),
});

/** A step as it is edited: its shape alone; whether the process makes sense is asked of its faults. */
export const StepSchema = z.object({
  id: Id,
  name: z.string().max(LONGEST_NAME),
  nameEn: z.string().max(LONGEST_NAME),
  unit: UnitSchema,
  post: z.enum(POSTS),
  work: z.enum(WORKS),
  budgetMinutes: BudgetSchema,
  uncounted: z.enum(reasons).optional(),
  outcomes: z.array(z.enum(OUTCOMES)).max(OUTCOMES.length).optional(),
  silence: z.literal("consent").optional(),
  then: FlowSchema.optional(),
  subprocess: SubprocessSchema.optional(),
});

export const LimitSchema = z.object({
  amount: z.number().positive(),
  unit: z.enum(["hour", "working-day", "calendar-day", "month", "in-day"]),
});

export const TermsSchema = z.object({
  appointments: z.object({ first: LimitSchema, second: LimitSchema }).optional(),
  whenSilent: z
    .object({ outcome: z.enum(["granted", "refused"]), basis: z.string().min(1).max(500) })
    .optional(),
});
