import { z } from "zod";
import { CASE_FACTS } from "../domain/condition.ts";
import { UNCOUNTED_REASONS } from "../domain/uncounted.ts";

const facts = z.enum(Object.keys(CASE_FACTS) as [string, ...string[]]);

const Condition = z.object({
  fact: facts,
  is: z.enum(["one-of", "at-least", "below"]),
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe("With one-of"),
  value: z.number().optional().describe("With at-least and below"),
});

const Flow = z.object({
  kind: z.enum(["to", "choice", "parallel", "end"]),
  step: z.string().optional().describe("With to"),
  branches: z
    .array(z.union([z.string(), z.object({ when: Condition, to: z.string() })]))
    .optional()
    .describe("With parallel: ids of steps; with choice: conditions, the first that holds is taken"),
  otherwise: z.string().optional().describe("With choice"),
  join: z.string().optional().describe("With parallel: the step that waits for all branches"),
});

const Step = z.object({
  id: z.string().describe("Stable within the process"),
  name: z.string(),
  nameEn: z.string(),
  unit: z
    .string()
    .describe(
      "receiving-desk, deciding-unit, unit-above, province-committee, commune-of-matter, or unit:CODE",
    ),
  post: z.string(),
  work: z.string(),
  budgetMinutes: z.number().int().describe("Working minutes; a working day has 480"),
  uncounted: z
    .enum(Object.keys(UNCOUNTED_REASONS) as [string, ...string[]])
    .optional()
    .describe("The time of this step does not count, for this reason"),
  outcomes: z.array(z.string()).optional(),
  silence: z.literal("consent").optional(),
  then: Flow.optional().describe("Where it goes; absent: the step below, after the last one the end"),
});

const Limit = z.object({
  amount: z.number(),
  unit: z.enum(["hour", "working-day", "calendar-day", "month", "in-day"]),
});

const Head = {
  id: z.number().int(),
  procedureCode: z.string(),
  variantCode: z.string().optional(),
  version: z.number().int(),
  validFrom: z.iso.date(),
};

export const ProcessListBody = z.object({
  processes: z.array(z.object({ ...Head, procedureName: z.string(), steps: z.number().int() })),
  next: z.string().optional().describe("`after` of the next page; absent on the last"),
});

export const ProcessBody = z.object({
  ...Head,
  validTo: z.iso.date().optional().describe("The day on which a later version begins"),
  publishedAt: z.iso.datetime(),
  decision: z.string().optional(),
  reason: z.string().optional(),
  steps: z.array(Step),
  terms: z
    .object({
      appointments: z.object({ first: Limit, second: Limit }).optional(),
      whenSilent: z
        .object({ outcome: z.enum(["granted", "refused"]), basis: z.string() })
        .optional()
        .describe("What no answer in time means, and the article that says so"),
    })
    .optional(),
});

export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
});
