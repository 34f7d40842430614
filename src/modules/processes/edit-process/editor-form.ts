import { parseTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import { BUDGET_UNITS, type BudgetUnit, parseBudget, writeBudget } from "../domain/budget.ts";
import type { Condition } from "../domain/condition.ts";
import type { DraftStep, Flow, ProcessTerms } from "../domain/process.ts";
import type { DraftContent } from "../draft-store.ts";
import { conditionOf, valueText } from "./condition-field.ts";
import { FACTS, MOST_BRANCHES, MOST_STEPS, OUTCOMES, POSTS, REASONS, UNITS, WORKS } from "./draft-schema.ts";

/** One condition of a choice as it is typed. */
export type TypedBranch = {
  readonly fact: string;
  readonly is: string;
  readonly values: string;
  readonly to: string;
};

/** One row of the editor as it is typed; everything is text, so that nothing typed is lost. */
export type TypedStep = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly unitCode: string;
  readonly post: string;
  readonly work: string;
  readonly budget: string;
  readonly budgetUnit: string;
  readonly uncounted: string;
  readonly silence: boolean;
  readonly outcomes: readonly string[];
  readonly subprocess: string;
  readonly subprocessVariant: string;
  readonly flow: string;
  readonly to: string;
  readonly branches: readonly TypedBranch[];
  readonly otherwise: string;
  readonly parallel: readonly string[];
  readonly join: string;
};

export type TypedTerms = {
  readonly first: string;
  readonly second: string;
  readonly silent: string;
  readonly basis: string;
};

export type TypedDraft = { readonly steps: readonly TypedStep[]; readonly terms: TypedTerms };

/** A fault of what was typed: the name of its field and a word of the messages. */
export type TypedFault = { readonly field: string; readonly word: string };

export const NAMED = "named";
/** Said beside the outcomes: none of them. */
export const ONLY_ON = "only-on";

/** The name of a field of a row: "s.3.name". */
export const fieldOf = (row: number, name: string): string => `s.${row}.${name}`;

/** What the form sends, row by row in the order of its fields. */
export function typedDraft(values: FormValues): TypedDraft {
  const text = (name: string) => ([values[name] ?? ""].flat()[0] ?? "").trim();
  const list = (name: string) => [values[name] ?? []].flat();
  // More than a draft may have are read too, so that they come back with the reason and are not cut off.
  const rows = Math.min(Number(text("rows")) || 0, 5 * MOST_STEPS);
  const steps = Array.from({ length: rows }, (_, row): TypedStep => {
    const of = (name: string) => text(fieldOf(row, name));
    const branches = Array.from({ length: MOST_BRANCHES }, (_unused, index): TypedBranch => {
      const branch = (name: string) => of(`b.${index}.${name}`);
      return { fact: branch("fact"), is: branch("is"), values: branch("values"), to: branch("to") };
    });
    return {
      id: of("id"),
      name: of("name"),
      nameEn: of("nameEn"),
      unit: of("unit"),
      unitCode: of("unitCode"),
      post: of("post"),
      work: of("work"),
      budget: of("budget"),
      budgetUnit: of("budgetUnit"),
      uncounted: of("uncounted"),
      silence: of("silence") !== "",
      outcomes: list(fieldOf(row, "outcomes")),
      subprocess: of("subprocess"),
      subprocessVariant: of("subprocessVariant"),
      flow: of("flow"),
      to: of("to"),
      branches: branches.filter((branch) => branch.fact !== "" || branch.values !== "" || branch.to !== ""),
      otherwise: of("otherwise"),
      parallel: list(fieldOf(row, "parallel")),
      join: of("join"),
    };
  });
  const terms = {
    first: text("first"),
    second: text("second"),
    silent: text("silent"),
    basis: text("basis"),
  };
  return { steps, terms };
}

/** A stored draft as the editor shows it. */
export function writtenDraft({ steps, terms }: DraftContent): TypedDraft {
  return {
    steps: steps.map(writtenStep),
    terms: {
      first: limitText(terms?.appointments?.first),
      second: limitText(terms?.appointments?.second),
      silent: terms?.whenSilent?.outcome ?? "",
      basis: terms?.whenSilent?.basis ?? "",
    },
  };
}

function writtenStep(step: DraftStep): TypedStep {
  const isNamed = step.unit.startsWith("unit:");
  const { amount, unit } = writeBudget(step.budgetMinutes);
  const flow = step.then;
  return {
    id: step.id,
    name: step.name,
    nameEn: step.nameEn,
    unit: isNamed ? NAMED : step.unit,
    unitCode: isNamed ? step.unit.slice("unit:".length) : "",
    post: step.post,
    work: step.work,
    budget: step.budgetMinutes === 0 ? "" : amount,
    budgetUnit: unit,
    uncounted: step.uncounted ?? "",
    silence: step.silence === "consent",
    outcomes: step.outcomes?.length === 0 ? [ONLY_ON] : (step.outcomes ?? []),
    subprocess: step.subprocess?.procedureCode ?? "",
    subprocessVariant: step.subprocess?.variantCode ?? "",
    flow: flow?.kind ?? "next",
    to: flow?.kind === "to" ? flow.step : "",
    branches: flow?.kind === "choice" ? flow.branches.map(({ when, to }) => writtenBranch(when, to)) : [],
    otherwise: flow?.kind === "choice" ? flow.otherwise : "",
    parallel: flow?.kind === "parallel" ? flow.branches : [],
    join: flow?.kind === "parallel" ? flow.join : "",
  };
}

function writtenBranch(when: Condition, to: string): TypedBranch {
  return { fact: when.fact, is: when.is, values: valueText(when), to };
}

const LIMIT_WORDS = {
  hour: "giờ",
  "working-day": "ngày làm việc",
  "calendar-day": "ngày",
  month: "tháng",
} as const;

/** As parseTimeLimit reads it back. */
function limitText(limit: TimeLimit | undefined): string {
  if (limit === undefined) return "";
  if (limit.unit === "in-day") return "trong ngày";
  return `${String(limit.amount).replace(".", ",")} ${LIMIT_WORDS[limit.unit]}`;
}

export type ReadDraft = { readonly content: DraftContent; readonly faults: readonly TypedFault[] };

export type ReadAgainst = {
  /** Whether the directory knows the code of a unit. */
  readonly hasUnit: (code: string) => boolean;
  /** What is stored: a value that a changed choice left behind there may fall away, one that was typed anew may not. */
  readonly before?: DraftContent | undefined;
};

/** Reads what was typed. Faults are of single fields; whether the process makes sense is asked of its own faults. */
export function readDraft(typed: TypedDraft, { hasUnit, before }: ReadAgainst): ReadDraft {
  const faults: TypedFault[] = [];
  const steps = typed.steps.map((step, row) =>
    readStep(step, {
      hasUnit,
      before: before?.steps.find(({ id }) => id === step.id),
      fault: (name, word) => faults.push({ field: fieldOf(row, name), word }),
    }),
  );
  const terms = readTerms(typed.terms, before?.terms, (field, word) => faults.push({ field, word }));
  return { content: { steps, ...(terms === undefined ? {} : { terms }) }, faults };
}

type Reading = {
  hasUnit(code: string): boolean;
  readonly before: DraftStep | undefined;
  fault(name: string, word: string): void;
};

function readStep(typed: TypedStep, reading: Reading): DraftStep {
  const { fault } = reading;
  if (typed.name.length > 300) fault("name", "too-long");
  if (typed.nameEn.length > 300) fault("nameEn", "too-long");
  const unit = oneOf(Object.keys(BUDGET_UNITS) as BudgetUnit[], typed.budgetUnit) ?? "day";
  const minutes = typed.budget === "" ? 0 : parseBudget(typed.budget, unit);
  if (minutes === undefined || minutes > 480_000) fault("budget", "not-a-budget");
  const uncounted = oneOf(REASONS, typed.uncounted);
  const outcomes = OUTCOMES.filter((outcome) => typed.outcomes.includes(outcome));
  const work = oneOf(WORKS, typed.work) ?? "process";
  const flow = readFlow(typed, reading);
  return {
    id: typed.id,
    name: typed.name,
    nameEn: typed.nameEn,
    unit: readUnit(typed, reading),
    post: oneOf(POSTS, typed.post) ?? "specialist",
    work,
    budgetMinutes: minutes ?? 0,
    ...(uncounted === undefined ? {} : { uncounted }),
    ...(outcomes.length === 0 && !typed.outcomes.includes(ONLY_ON) ? {} : { outcomes }),
    ...(typed.silence ? { silence: "consent" as const } : {}),
    ...(flow === undefined ? {} : { then: flow }),
    ...readCall(typed, work, reading),
  };
}

/** The procedure that a step calls; a code at a step that calls none would be lost, and is a fault. */
function readCall(
  { subprocess, subprocessVariant }: TypedStep,
  work: DraftStep["work"],
  { before, fault }: Reading,
): Pick<DraftStep, "subprocess"> {
  const variantCode = subprocessVariant.slice(0, 60);
  if (work === "subprocess") {
    if (subprocess === "" && variantCode !== "") fault("subprocess", "required");
    if (subprocess === "") return {};
    const procedureCode = subprocess.slice(0, 60);
    return { subprocess: { procedureCode, ...(variantCode === "" ? {} : { variantCode }) } };
  }
  const left = before?.subprocess;
  if (subprocess !== (left?.procedureCode ?? "") && subprocess !== "") fault("subprocess", "call-unused");
  if (variantCode !== (left?.variantCode ?? "") && variantCode !== "")
    fault("subprocessVariant", "call-unused");
  return {};
}

function readUnit({ unit, unitCode }: TypedStep, { hasUnit, before, fault }: Reading): DraftStep["unit"] {
  const code = unitCode.split(/\s/)[0] ?? "";
  if (unit !== NAMED) {
    if (code !== "" && before?.unit !== `unit:${code}`) fault("unitCode", "unit-code-unused");
    return oneOf(UNITS, unit) ?? "deciding-unit";
  }
  if (!hasUnit(code)) fault("unitCode", "unit-unknown");
  return `unit:${code}`;
}

function readFlow(typed: TypedStep, { fault }: Reading): Flow | undefined {
  switch (typed.flow) {
    case "to":
      return { kind: "to", step: typed.to };
    case "choice":
      return {
        kind: "choice",
        branches: typed.branches.flatMap((branch, index) => {
          const fact = oneOf(FACTS, branch.fact);
          const when = fact === undefined ? undefined : conditionOf(fact, branch.is, branch.values);
          if (when === undefined) fault(`b.${index}.values`, "not-a-value");
          return when === undefined ? [] : [{ when, to: branch.to }];
        }),
        otherwise: typed.otherwise,
      };
    case "parallel":
      return { kind: "parallel", branches: typed.parallel, join: typed.join };
    case "end":
      return { kind: "end" };
    default:
      return undefined;
  }
}

function readTerms(
  { first, second, silent, basis }: TypedTerms,
  before: ProcessTerms | undefined,
  fault: (field: string, word: string) => void,
): ProcessTerms | undefined {
  const limit = (field: string, text: string): TimeLimit | undefined => {
    const read = parseTimeLimit(text);
    if (!read.ok) fault(field, "not-a-limit");
    return read.ok ? read.value : undefined;
  };
  const isTwice = first !== "" || second !== "";
  if (isTwice && (first === "" || second === ""))
    fault(first === "" ? "first" : "second", "both-appointments");
  const both = isTwice && first !== "" && second !== "";
  const [one, two] = both ? [limit("first", first), limit("second", second)] : [];
  const outcome = oneOf(["granted", "refused"] as const, silent);
  if (outcome !== undefined && basis === "") fault("basis", "basis-missing");
  const isLeft = basis === "" || basis === before?.whenSilent?.basis;
  if (outcome === undefined && !isLeft) fault("basis", "basis-unused");
  const terms: ProcessTerms = {
    ...(one === undefined || two === undefined ? {} : { appointments: { first: one, second: two } }),
    ...(outcome === undefined || basis === "" ? {} : { whenSilent: { outcome, basis: basis.slice(0, 500) } }),
  };
  return Object.keys(terms).length === 0 ? undefined : terms;
}

function oneOf<T extends string>(known: readonly T[], text: string): T | undefined {
  return known.find((one) => one === text);
}
