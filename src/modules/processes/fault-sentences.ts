import type { Lang } from "../../kernel/time.ts";
import {
  formatTimeLimit,
  limitInWorkingMinutes,
  mostWorkingMinutes,
  type TimeLimit,
} from "../../kernel/time-limit.ts";
import type { ChannelFact } from "./domain/condition.ts";
import type { ProcessFault } from "./domain/process-faults.ts";
import { en } from "./fault-sentences.en.ts";
import { vi } from "./fault-sentences.vi.ts";
import { budgetText, conditionText, textsOf } from "./texts.ts";

/** What a fault says, with the name of its step and its figures. */
export function faultSentence(
  fault: ProcessFault,
  named: (step: string, lang: Lang) => string,
  lang: Lang,
): string {
  const step = "step" in fault ? named(fault.step, lang) : "";
  const say = lang === "vi" ? vi : en;
  const texts = textsOf(lang);
  switch (fault.fault) {
    case "unknown-target":
    case "branch-entered":
    case "join-is-branch":
    case "branch-twice":
      return say[fault.fault](step, named(fault.target, lang));
    case "condition-misfit":
      return say[fault.fault](step, fault.fact);
    case "condition-value-unknown":
      return say[fault.fault](step, texts.facts[fault.fact], fault.value, texts.factHints[fault.fact]);
    case "condition-never-asked":
      return say[fault.fault](step, conditionText(fault.condition, lang));
    case "subprocess-unknown":
    case "subprocess-recursive":
    case "subprocess-empty":
    case "subprocess-may-return":
    case "subprocess-branches":
    case "unit-unknown":
      return say[fault.fault](step, fault.code);
    case "unit-ended":
      return say[fault.fault](step, fault.code, fault.successor);
    case "post-cannot-do-work":
      return say[fault.fault](
        step,
        texts.posts[fault.post],
        texts.works[fault.work],
        fault.posts.map((post) => texts.posts[post]).join(texts.or),
      );
    case "over-limit":
      return say[fault.fault](
        budgetText(fault.minutes, lang),
        limitText(fault.limit, lang),
        channelText(fault.channel, lang),
      );
    case "appointments-over-limit":
      return say[fault.fault](limitText(fault.limit, lang), channelText(fault.channel, lang));
    case "over-appointment":
      return say[fault.fault](budgetText(fault.minutes, lang), limitText(fault.limit, lang), fault.part);
    case "appointment-uncountable":
      return say[fault.fault](fault.part);
    default:
      return say[fault.fault](step, "");
  }
}

/** "5 ngày làm việc"; one that is not exact with the working time that it can hold at most. */
function limitText(limit: TimeLimit, lang: Lang): string {
  const text = formatTimeLimit(limit, lang);
  if (limitInWorkingMinutes(limit) !== undefined) return text;
  return textsOf(lang).atMost(text, budgetText(mostWorkingMinutes(limit), lang));
}

function channelText(channel: ChannelFact | undefined, lang: Lang): string | undefined {
  return channel && textsOf(lang).factValues[channel];
}

/** Those that say more than their step and one thing. */
type OwnSentences = {
  readonly "condition-value-unknown": (step: string, fact: string, value: string, known: string) => string;
  readonly "unit-ended": (step: string, code: string, successor: string) => string;
  readonly "post-cannot-do-work": (step: string, post: string, work: string, posts: string) => string;
  readonly "appointment-uncountable": (part: 1 | 2) => string;
  /** With a channel only of the cases that come by it. */
  readonly "over-limit": (minutes: string, limit: string, channel: string | undefined) => string;
  readonly "appointments-over-limit": (limit: string, channel: string | undefined) => string;
  readonly "over-appointment": (minutes: string, limit: string, part: 1 | 2) => string;
};

/** A sentence for each fault, in one language. */
export type FaultSentences = OwnSentences &
  Readonly<
    Record<Exclude<ProcessFault["fault"], keyof OwnSentences>, (step: string, more: string) => string>
  >;
