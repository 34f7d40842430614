import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, instantOf, isLocalDate, localDateOf } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import type { Directory } from "../../organisation/index.ts";
import { type BudgetUnit, parseBudget } from "../domain/budget.ts";
import { CASE_FACTS, type CaseFact, type CaseFacts, FACT_VALUES } from "../domain/condition.ts";
import type { ProcessStep, ProcessTerms } from "../domain/process.ts";
import { numberOf } from "../edit-process/condition-field.ts";
import { limitOfFacts } from "../limit-of.ts";
import type { ProcedureFacts, ProcessesDeps } from "../processes-deps.ts";
import { simulate } from "./simulate.ts";
import type { StepPlan, Trial } from "./trial.ts";
import { TRIAL_OUTCOMES } from "./trial-steps.ts";

/** What is tried: a published version, or a draft without faults. */
export type Tried = {
  readonly code: string;
  readonly variantCode: string;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
};

/** The questions of the form as they are typed, with what they begin with. */
export type TryForm = {
  readonly start: string;
  readonly unit: string;
  readonly facts: Readonly<Record<CaseFact, string>>;
  readonly steps: ReadonlyMap<
    string,
    { readonly takes: string; readonly late: string; readonly outcome: string }
  >;
};

export const FACT_CHOICES: Readonly<Partial<Record<CaseFact, readonly string[]>>> = {
  ...FACT_VALUES,
  level: ["province", "commune"],
  mountain: ["no", "yes"],
};

/** Name of a field of a step. */
export const planField = (step: string, name: "takes" | "late" | "outcome"): string => `${name}.${step}`;

/** @param start what the form begins with, "08:00 23/11/2026". */
export function tryForm(values: FormValues, tried: Tried, unit: string, start: string): TryForm {
  const text = (name: string, without = "") => ([values[name] ?? without].flat()[0] ?? "").trim();
  const facts: Readonly<Record<CaseFact, string>> = {
    variant: text("fact.variant", tried.variantCode),
    channel: text("fact.channel", "counter"),
    applicant: text("fact.applicant", "citizen"),
    level: text("fact.level", "province"),
    "deciding-unit": text("unit", unit),
    mountain: text("fact.mountain", "no"),
    fee: text("fact.fee", "0"),
    papers: text("fact.papers", "1"),
  };
  const steps = tried.steps.map(({ id }) => {
    const of = (name: "takes" | "late" | "outcome") => text(planField(id, name));
    return [id, { takes: of("takes"), late: of("late"), outcome: of("outcome") }] as const;
  });
  return { start: text("start", start), unit: text("unit", unit), facts, steps: new Map(steps) };
}

export type TryFault = { readonly field: string; readonly word: "start" | "takes" | "unit" | "fact" };

export type TryAnswer =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly faults: readonly TryFault[] };

/** Reads the form and runs the trial, by the calendar of the unit that decides and the rules of the day of receipt. */
export function tryOut(
  deps: Pick<ProcessesDeps, "directory" | "calendarOf">,
  form: TryForm,
  tried: Tried,
  procedure: ProcedureFacts | undefined,
): TryAnswer {
  const faults: TryFault[] = [];
  const receivedAt = momentOf(form.start);
  if (receivedAt === undefined) faults.push({ field: "start", word: "start" });
  const unit = deps.directory.unitByCode(form.unit.split(/\s/)[0] ?? "");
  if (unit === undefined) faults.push({ field: "unit", word: "unit" });
  const facts = factsOf(form, faults);
  const plans = plansOf(form, faults);
  if (receivedAt === undefined || unit === undefined || faults.length > 0) return { ok: false, faults };
  const trial = simulate({
    ...tried,
    receivedAt,
    facts,
    limit: limitOfFacts(procedure, facts),
    extraWorkingDays: facts.mountain === true ? procedure?.mountainDays || undefined : undefined,
    calendar: deps.calendarOf(unit.id),
    rules: rulesOn(localDateOf(receivedAt)),
    plans,
  });
  return { ok: true, trial };
}

/** A unit to begin with: the first of the province that is no step's own. */
export function firstUnit({ steps }: Tried, directory: Directory): string {
  const named = new Set(steps.map(({ unit }) => unit));
  const isFree = (code: string) => !named.has(`unit:${code}`);
  const units = directory
    .units()
    .filter(({ level, parentId }) => level === "province" && parentId !== undefined);
  return (units.find(({ code }) => isFree(code)) ?? units[0])?.code ?? "";
}

/** "08:00 23/11/2026" or "08:00 ngày 23/11/2026"; within the years that calendars and rules know. */
export function momentOf(text: string): Instant | undefined {
  const written = /^(\d{1,2})[:h](\d{2})\s+(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (written === null) return undefined;
  const [, hour = "", minute = "", day = "", month = "", year = ""] = written;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isWithin = isLocalDate(date) && date >= "2020-01-01" && date <= "2050-12-31";
  if (!isWithin || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantOf(date, Number(hour) * 60 + Number(minute));
}

const AMOUNT = /^(.*?)\s*(ngày|giờ|phút|day|days|hour|hours|minute|minutes|d|h|m)?$/iu;
const UNIT_WORDS: Readonly<Record<string, BudgetUnit>> = {
  ngày: "day",
  d: "day",
  giờ: "hour",
  h: "hour",
  phút: "minute",
  m: "minute",
};

/** "0,5 ngày", "3 giờ", "2" (days); undefined: it cannot be read. */
export function timeOf(text: string): number | undefined {
  const [, amount = "", word = "ngày"] = AMOUNT.exec(text.normalize("NFC")) ?? [];
  const plain = word.toLowerCase();
  const unit = UNIT_WORDS[plain] ?? UNIT_WORDS[plain.charAt(0)] ?? "day";
  const minutes = parseBudget(amount, unit);
  // A year of working days is more than any trial needs, and as far as calendars surely reach.
  return minutes === undefined || minutes > 260 * 480 ? undefined : minutes;
}

function factsOf({ facts }: TryForm, faults: TryFault[]): CaseFacts {
  const unread = (field: string): number => {
    faults.push({ field, word: "fact" });
    return 0;
  };
  const read = (fact: CaseFact): string | number | boolean => {
    const typed = facts[fact];
    switch (CASE_FACTS[fact]) {
      case "text":
        return typed;
      case "truth":
        return typed === "yes";
      case "number":
        return numberOf(typed) ?? unread(`fact.${fact}`);
    }
  };
  const known = Object.keys(CASE_FACTS) as CaseFact[];
  return Object.fromEntries(known.map((fact) => [fact, read(fact)])) as CaseFacts;
}

function plansOf({ steps }: TryForm, faults: TryFault[]): ReadonlyMap<string, StepPlan> {
  const plans = [...steps].map(([id, { takes, late, outcome }]) => {
    const minutes = (name: "takes" | "late", typed: string): number | undefined => {
      if (typed === "") return undefined;
      const read = timeOf(typed);
      if (read === undefined) faults.push({ field: planField(id, name), word: "takes" });
      return read;
    };
    const plan: StepPlan = {
      takesMinutes: minutes("takes", takes),
      lateMinutes: minutes("late", late),
      outcome: TRIAL_OUTCOMES.find((one) => one === outcome),
    };
    return [id, plan] as const;
  });
  return new Map(plans);
}
