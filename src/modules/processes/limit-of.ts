import type { TimeLimit } from "../../kernel/time-limit.ts";
import { type Channel, type Limits, limitsOf } from "../catalogue/index.ts";
import type { CaseFacts, ChannelFact } from "./domain/condition.ts";
import type { ProcedureFacts } from "./processes-deps.ts";

/** The channels of the catalogue in the words by which a process chooses. */
const CHANNEL_OF = { counter: "direct", post: "postal", online: "online" } as const satisfies Record<
  ChannelFact,
  Channel
>;

/** The limits of a procedure, or of one of its variants (""): none. */
export function limitsOfProcess(procedure: ProcedureFacts | undefined, variantCode: string): Limits {
  return procedure === undefined ? {} : limitsOf(procedure, variantCode);
}

/** The limits that single channels have, in the words of the facts; empty: all channels have the same. */
export function limitByFact({
  limitByChannel = {},
}: Limits): Readonly<Partial<Record<ChannelFact, TimeLimit>>> {
  const own = (Object.entries(CHANNEL_OF) as [ChannelFact, Channel][]).flatMap(([fact, channel]) => {
    const limit = limitByChannel[channel];
    return limit === undefined ? [] : [[fact, limit] as const];
  });
  return Object.fromEntries(own);
}

/** The limit of a case with these facts; undefined: it has none. */
export function limitOfFacts(
  procedure: ProcedureFacts | undefined,
  { variant, channel }: Pick<CaseFacts, "variant" | "channel">,
): TimeLimit | undefined {
  const limits = limitsOfProcess(procedure, `${variant}`);
  return limitByFact(limits)[channel as ChannelFact] ?? limits.limit;
}
