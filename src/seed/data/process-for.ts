import type { TimeLimit } from "../../kernel/time-limit.ts";
import type { ProcedureContent, Variant } from "../../modules/catalogue/index.ts";
import type { ProcessDefinition, ProcessStep } from "../../modules/processes/index.ts";
import { limitMinutes } from "./limit-minutes.ts";
import { type ProcessTemplate, processTemplates, type TemplateStep } from "./process-templates.ts";

/** What the choice and the timing of a process depend on. */
export type ProcessSubject = Pick<ProcedureContent, "code" | "levels" | "limit" | "returnAtOnce">;

export type ProcessChoice = {
  /** The level that decides; by default the first of the procedure. */
  readonly level?: string;
  /** The province people's committee signs, not the department. */
  readonly committeeSigns?: boolean;
  /** The ten working days that land procedures add in mountain communes. */
  readonly extraWorkingDays?: number;
};

/**
 * The internal process of a procedure or of one of its cases, version 1, with budgets that add up to the limit
 * exactly (limitMinutes). Throws for a procedure without a limit: such a one has no process until a person sets it.
 */
export function processFor(
  procedure: ProcessSubject,
  variant?: Pick<Variant, "code" | "limit">,
  choice: ProcessChoice = {},
): ProcessDefinition {
  const limit = variant?.limit ?? procedure.limit;
  if (!limit) throw new Error(`Procedure ${procedure.code} has no time limit`);
  const total = limitMinutes(limit) + (choice.extraWorkingDays ?? 0) * 480;
  const template = templateFor(procedure, limit, choice);
  return { code: variant?.code ?? procedure.code, version: 1, steps: withBudgets(template, total) };
}

/** In-day for what a commune answers at once, else by the level that decides. */
export function templateFor(
  procedure: Pick<ProcessSubject, "levels" | "returnAtOnce">,
  limit: TimeLimit,
  choice: ProcessChoice,
): ProcessTemplate {
  const level = choice.level ?? procedure.levels[0];
  if (level === "commune") {
    const atOnce = procedure.returnAtOnce || limit.unit === "in-day";
    return atOnce ? processTemplates.communeInDay : processTemplates.commune;
  }
  return choice.committeeSigns ? processTemplates.departmentAndCommittee : processTemplates.department;
}

/**
 * Shares out the minutes. The grain is a quarter of a day (0,25 ngày = 2 giờ) where every step can have one, else the
 * largest of the smaller grains that still gives each step its part; the step without a share takes the rest.
 */
export function withBudgets(template: ProcessTemplate, total: number): readonly ProcessStep[] {
  const grain = grainFor(template.steps.length, total);
  const fixed = template.steps.map((step) => fixedMinutes(step, total, grain));
  let rest = total - fixed.reduce((sum, minutes) => sum + minutes, 0);
  // Short limits: what rounding up gave to the fixed steps is taken back from the longest until the work has its part.
  while (rest < grain) {
    const longest = fixed.indexOf(Math.max(...fixed));
    fixed[longest] = (fixed[longest] ?? 0) - grain;
    rest += grain;
  }
  return template.steps.map(({ share, capMinutes: _cap, ...step }, index) => ({
    ...step,
    budgetMinutes: share === undefined ? rest : (fixed[index] ?? 0),
  }));
}

function fixedMinutes(step: TemplateStep, total: number, grain: number): number {
  if (step.share === undefined) return 0;
  const wanted = Math.min(step.share * total, step.capMinutes ?? total);
  return Math.max(grain, Math.round(wanted / grain) * grain);
}

function grainFor(steps: number, total: number): number {
  for (const grain of [120, 60, 30, 15, 10, 5, 1]) if (steps * grain <= total) return grain;
  throw new Error(`${total} minutes cannot be shared among ${steps} steps`);
}
