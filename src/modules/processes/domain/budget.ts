import { MINUTES_OF_A_WORKING_DAY } from "../../../kernel/time-limit.ts";
import { type ChannelFact, matches } from "./condition.ts";
import type { Flow } from "./process.ts";
import { targetsOf } from "./walk.ts";

/** In what a budget is written: working days of eight hours, working hours, minutes. */
export const BUDGET_UNITS = { day: MINUTES_OF_A_WORKING_DAY, hour: 60, minute: 1 } as const;
export type BudgetUnit = keyof typeof BUDGET_UNITS;

/**
 * Reads "0,25", "0.25", "1/4" or "2" of a unit as working minutes. Undefined: no such amount, or no whole minutes.
 */
export function parseBudget(text: string, unit: BudgetUnit): number | undefined {
  const written = /^\s*(\d{1,6}(?:[.,]\d{1,6})?)(?:\s*\/\s*(\d{1,4}))?\s*$/.exec(text);
  if (written === null) return undefined;
  const amount = Number((written[1] ?? "").replace(",", ".")) / Number(written[2] ?? 1);
  const minutes = amount * BUDGET_UNITS[unit];
  const whole = Math.round(minutes);
  // 1/3 day is 160 minutes; what is left is the dust of the fraction.
  return Number.isFinite(minutes) && Math.abs(minutes - whole) < 1e-6 ? whole : undefined;
}

/** The largest unit in which minutes are exact with two decimals, and the amount with a comma: 120 → "0,25" days. */
export function writeBudget(minutes: number): { readonly amount: string; readonly unit: BudgetUnit } {
  const fits = (unit: BudgetUnit) => (minutes * 100) % BUDGET_UNITS[unit] === 0;
  const unit = fits("day") ? "day" : fits("hour") ? "hour" : "minute";
  return { amount: String(minutes / BUDGET_UNITS[unit]).replace(".", ","), unit };
}

type Timed = {
  readonly id: string;
  readonly budgetMinutes: number;
  readonly uncounted?: unknown;
  readonly then?: Flow;
};

/**
 * Counted working minutes on the longest way from the first step to an end; branches at once take as long as the
 * longest of them. A step on a way that goes back is counted once. Pure, also for drafts with faults.
 * @param channel of the cases whose ways alone are looked at; absent: of all.
 */
export function longestWay(steps: readonly Timed[], channel?: ChannelFact): number {
  const [first] = steps;
  if (first === undefined) return 0;
  const byId = new Map(steps.map((step, index) => [step.id, { step, below: steps[index + 1]?.id }]));
  const known = new Map<string, number>();
  const open = new Set<string>();
  const from = (id: string): number => {
    const found = byId.get(id);
    if (found === undefined || open.has(id)) return 0;
    const before = known.get(id);
    if (before !== undefined) return before;
    open.add(id);
    const { step, below } = found;
    const next =
      step.then === undefined ? (below === undefined ? [] : [below]) : targetsFor(step.then, channel);
    const own = step.uncounted === undefined ? step.budgetMinutes : 0;
    const sum = own + Math.max(0, ...next.map(from));
    open.delete(id);
    known.set(id, sum);
    return sum;
  };
  return from(first.id);
}

/** Where a flow may lead a case that came by this channel: a choice by the channel is made already. */
function targetsFor(flow: Flow, channel: ChannelFact | undefined): readonly string[] {
  if (flow.kind !== "choice" || channel === undefined) return targetsOf(flow);
  const may = flow.branches.filter(({ when }) => when.fact !== "channel" || matches(when, channel));
  const certain = may.findIndex(({ when }) => when.fact === "channel");
  const taken = (certain === -1 ? may : may.slice(0, certain + 1)).map(({ to }) => to);
  return certain === -1 ? [...taken, flow.otherwise] : taken;
}
