import type { Lang } from "../../../kernel/time.ts";
import { PLAN_FAULTS, type PlanFault } from "../domain/check-plan.ts";
import { en } from "./messages.en.ts";
import { type ReorganiseMessages, vi } from "./messages.vi.ts";

export const reorganiseTexts = (lang: Lang): ReorganiseMessages => (lang === "vi" ? vi : en);

/** The sentence of a fault. */
export function faultText(lang: Lang, { word, unit, about = "" }: PlanFault): string {
  const sentence: (unit: string, about: string) => string = reorganiseTexts(lang).faults[word];
  return sentence(unit, about);
}

/** Why a plan is stuck or cannot be placed so ("post-not-placed H21.101 CB-7"), as a sentence. */
export function stuckText(lang: Lang, stuck: string): string {
  const [word = "", unit = "", ...about] = stuck.split(" ");
  const known = PLAN_FAULTS.find((one) => one === word);
  return known === undefined ? stuck : faultText(lang, { word: known, unit, about: about.join(" ") });
}
