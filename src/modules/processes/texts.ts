import type { Lang } from "../../kernel/time.ts";
import {
  formatTimeLimit,
  limitInWorkingMinutes,
  mostWorkingMinutes,
  type TimeLimit,
} from "../../kernel/time-limit.ts";
import type { Directory } from "../organisation/index.ts";
import { type BudgetUnit, writeBudget } from "./domain/budget.ts";
import type { Condition } from "./domain/condition.ts";
import type { DraftStep, ProcessTerms, StepUnit } from "./domain/process.ts";
import { en } from "./messages.en.ts";
import { type ProcessMessages, vi } from "./messages.vi.ts";

export const URL = "/officer/processes";

export function textsOf(lang: Lang): ProcessMessages {
  return lang === "vi" ? vi : en;
}

/** The name of a step in the language of the page; one without an English name keeps its own. */
export function stepName(step: Pick<DraftStep, "name" | "nameEn">, lang: Lang): string {
  return lang === "en" && step.nameEn !== "" ? step.nameEn : step.name;
}

/** "0,25 ngày", "1,5 giờ", "35 phút": exact, in the largest unit that is. */
export function budgetText(minutes: number, lang: Lang): string {
  const { amount, unit } = writeBudget(minutes);
  return amountText(amount, unit, lang);
}

/** Days with their hours where both are exact: "0,25 ngày (2 giờ)". */
export function fullBudgetText(minutes: number, lang: Lang): string {
  const { amount, unit } = writeBudget(minutes);
  const hours = minutes / 60;
  const text = amountText(amount, unit, lang);
  if (unit !== "day" || minutes === 0 || !Number.isInteger(hours * 100)) return text;
  return `${text} (${amountText(String(hours).replace(".", ","), "hour", lang)})`;
}

function amountText(amount: string, unit: BudgetUnit, lang: Lang): string {
  return `${lang === "vi" ? amount : amount.replace(",", ".")} ${textsOf(lang).budgetUnits[unit]}`;
}

/** Where a step is done; a unit by its code is named where the directory knows it. */
export function unitText(unit: StepUnit, directory: Directory, lang: Lang): string {
  if (!unit.startsWith("unit:")) return textsOf(lang).units[unit as keyof ProcessMessages["units"]];
  const code = unit.slice("unit:".length);
  const found = directory.unitByCode(code);
  return found === undefined ? code : lang === "vi" ? found.name : found.nameEn;
}

/** Facts whose values have names of their own. */
const NAMED_FACTS: ReadonlySet<string> = new Set(["channel", "applicant", "level"]);

/** "Phí, lệ phí (đồng) từ 1000000". */
export function conditionText(condition: Condition, lang: Lang): string {
  const texts = textsOf(lang);
  const operator = texts.operators[condition.is];
  const said = (value: string | number | boolean): string => {
    if (typeof value === "boolean") return value ? texts.yes : texts.no;
    if (typeof value === "number") return countText(value, lang);
    return NAMED_FACTS.has(condition.fact) ? (texts.factValues[value] ?? value) : value;
  };
  const values =
    condition.is === "one-of" ? condition.values.map(said).join(texts.or) : said(condition.value);
  return `${texts.facts[condition.fact]} ${operator} ${values}`;
}

/** What is behind a step, in words: "4. Ký duyệt", "nếu …: 5. …; còn lại: 6. …". */
export function flowText(steps: readonly DraftStep[], index: number, lang: Lang): string {
  const texts = textsOf(lang);
  const step = steps[index];
  const named = (id: string): string => {
    const at = steps.findIndex((other) => other.id === id);
    const found = steps[at];
    return found === undefined ? texts.missing : texts.next(at + 1, stepName(found, lang));
  };
  const below = steps[index + 1];
  const flow = step?.then;
  if (flow === undefined) return below === undefined ? texts.end : named(below.id);
  switch (flow.kind) {
    case "to":
      return named(flow.step);
    case "choice":
      return [
        ...flow.branches.map(({ when, to }) => `${texts.if(conditionText(when, lang))}: ${named(to)}`),
        `${texts.otherwise}: ${named(flow.otherwise)}`,
      ].join("; ");
    case "parallel":
      return texts.atOnce(flow.branches.map(named).join(", "), named(flow.join));
    case "end":
      return texts.end;
  }
}

/** What a process says beyond its steps, a sentence each; one where it says nothing. */
export function termLines(terms: ProcessTerms | undefined, lang: Lang): readonly string[] {
  const texts = textsOf(lang);
  const { appointments, whenSilent } = terms ?? {};
  const lines = [
    ...(appointments === undefined
      ? []
      : [
          texts.twoAppointments(
            formatTimeLimit(appointments.first, lang),
            formatTimeLimit(appointments.second, lang),
          ),
        ]),
    ...(whenSilent === undefined ? [] : [texts.silent(whenSilent.outcome, whenSilent.basis)]),
  ];
  return lines.length === 0 ? [texts.noTerms] : lines;
}

/** How the longest way stands against the limit of the procedure. */
export function againstLimit(
  minutes: number,
  limit: TimeLimit | undefined,
  lang: Lang,
): { readonly text: string; readonly tone: "ok" | "danger" | "neutral" } {
  const texts = textsOf(lang);
  if (limit === undefined) return { text: texts.noLimit, tone: "neutral" };
  const most = mostWorkingMinutes(limit);
  const isExact = limitInWorkingMinutes(limit) !== undefined;
  if (minutes > most)
    return {
      text: (isExact ? texts.over : texts.overSurely)(budgetText(minutes - most, lang)),
      tone: "danger",
    };
  if (!isExact) return { text: texts.limitOpen, tone: "neutral" };
  if (minutes === most) return { text: texts.exact, tone: "ok" };
  return { text: texts.within(budgetText(most - minutes, lang)), tone: "ok" };
}

/** "1.234" in Vietnamese, "1,234" in English. */
export function countText(count: number, lang: Lang): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
}

/** The first text of a query parameter, cut to what a search may hold. */
export function asked(value: string | readonly string[] | undefined, letters = 120): string {
  return ([value].flat()[0] ?? "").slice(0, letters).replaceAll("\u0000", "").trim();
}

/** The id in an address; undefined where it is none. */
export function idOf(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
