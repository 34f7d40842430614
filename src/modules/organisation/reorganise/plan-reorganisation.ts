import type { PoolClient } from "pg";
import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { isLocalDate, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import type { Database } from "../../../platform/database.ts";
import { type PlanFault, planFaults } from "../domain/check-plan.ts";
import { PLAN_OPERATIONS, type PlanRow, planEffect } from "../domain/plan-rows.ts";
import {
  insertReorganisation,
  lockReorganisations,
  plannedReorganisations,
  planPosts,
  planUnits,
  type Reorganisation,
  takenCodes,
} from "./reorganisation-store.ts";

const text = (most: number) => z.string().trim().max(most, "too-long");
const required = (most: number) =>
  z.string({ error: "required" }).trim().min(1, "required").max(most, "too-long");

const Row = z.object({
  op: z.enum(PLAN_OPERATIONS),
  unit: required(40),
  to: text(40).default(""),
  part: text(1000).default(""),
  name: text(300).default(""),
  level: text(40).optional(),
  kind: text(40).optional(),
  mountain: z.boolean().optional(),
});

/** A date as YYYY-MM-DD or as people write it, 01/07/2025. */
const day = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .transform((typed, check): LocalDate => {
    const [, d = "", m = "", y = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed) ?? [];
    const date = y === "" ? typed : `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
    if (isLocalDate(date)) return date;
    check.addIssue({ code: "custom", message: "not-a-date" });
    return z.NEVER;
  });

export const ReorganisationForm = z.object({
  effectiveOn: day,
  decision: required(200),
  reason: required(1000),
  rows: z.array(Row).min(1, "required").max(5000, "too-long"),
});
export type ReorganisationForm = z.infer<typeof ReorganisationForm>;

export type PlanRefusal = "too-early" | "plan-faulty";

/**
 * Plans a re-organisation for a later day: until then it can be withdrawn, on that day a job carries it out. Refuses a
 * plan that does not fit the units as they stand or that meets another one.
 */
export const planReorganisation: Command<unknown, ReorganisationForm, { readonly id: number }, PlanRefusal> =
  {
    name: "organisation.plan-reorganisation",
    permission: "organisation.reorganise",
    // The form and the command share the schema; rows come parsed.
    input: ReorganisationForm,
    run: async ({ sql, now, actor, about }, input) => {
      await lockReorganisations(sql);
      const today = localDateOf(now);
      if (input.effectiveOn <= today) return refuse("too-early");
      const rows = input.rows.map(plainRow);
      const [fault] = await faultsOfPlan(sql, { rows, effectiveOn: input.effectiveOn }, today);
      if (fault !== undefined) return refuse("plan-faulty", fault.word);
      const id = await insertReorganisation(sql, {
        effectiveOn: input.effectiveOn,
        decision: input.decision,
        reason: input.reason,
        rows,
        plannedAt: now,
        plannedBy: actor.kind === "officer" ? actorId(actor) : undefined,
      });
      about(String(id), { rows: rows.length, effectiveOn: input.effectiveOn, decision: input.decision });
      return ok({ id });
    },
  };

/** Without the properties that were not given. */
export function plainRow({ level, kind, mountain, ...row }: z.infer<typeof Row>): PlanRow {
  return {
    ...row,
    ...(level === undefined || level === "" ? {} : { level }),
    ...(kind === undefined || kind === "" ? {} : { kind }),
    ...(mountain === true ? { mountain } : {}),
  };
}

/** A fault in one line, as a stuck plan keeps it: "post-not-placed H21.101 CB-7". */
export const faultLine = ({ word, unit, about = "" }: PlanFault): string => `${word} ${unit} ${about}`.trim();

/** What keeps a plan from being carried out as things stand. */
export async function faultsOfPlan(
  db: Database["pool"] | PoolClient,
  { rows, effectiveOn }: Pick<Reorganisation, "rows" | "effectiveOn">,
  today: LocalDate,
  except?: number,
): Promise<readonly PlanFault[]> {
  const units = await planUnits(db, today);
  const { created, endings } = planEffect(units, rows);
  const posts = await planPosts(
    db,
    endings.map((ending) => ending.unit),
    effectiveOn,
  );
  const others = (await plannedReorganisations(db)).filter((other) => other.id !== except);
  const known = new Set(units.map((unit) => unit.code));
  const taken = await takenCodes(
    db,
    created.map((unit) => unit.code).filter((code) => !known.has(code)),
  );
  const again = [...taken].map((unit): PlanFault => ({ word: "code-taken", unit }));
  return [...planFaults(units, rows, posts, others), ...again];
}
