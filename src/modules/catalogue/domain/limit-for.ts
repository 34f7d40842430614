import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { Channel, LimitByChannel } from "./procedure.ts";

/** The channels in the order in which people read them. */
export const CHANNELS: readonly Channel[] = ["direct", "postal", "online"];

/** The time of a procedure or of one of its variants. */
export type Limits = {
  /** Of every channel that has none of its own. */
  readonly limit?: TimeLimit | undefined;
  readonly limitByChannel?: LimitByChannel | undefined;
};

type Limited = Limits & { readonly variants: readonly (Limits & { readonly code: string })[] };

/** The limits of a variant, which has a time of its own for every channel; without a variant those of the procedure. */
export function limitsOf({ variants, ...whole }: Limited, variantCode: string | undefined): Limits {
  return variants.find(({ code }) => code === variantCode) ?? whole;
}

/** The limit of a case that comes by this channel; undefined: it has none. */
export function limitFor({ limit, limitByChannel }: Limits, channel: Channel): TimeLimit | undefined {
  return limitByChannel?.[channel] ?? limit;
}

/** A time, and of which channel it is; without a channel of all. */
export type ChannelTime = { readonly channel?: Channel; readonly limit: TimeLimit };

/** The times to show: one where all channels have the same, else one for each channel that has any. */
export function channelTimes(limits: Limits, channels: readonly Channel[]): readonly ChannelTime[] {
  const { limit, limitByChannel = {} } = limits;
  const known = CHANNELS.filter((one) => channels.includes(one) || limitByChannel[one] !== undefined);
  const times = known.flatMap((channel): ChannelTime[] => {
    const own = limitFor(limits, channel);
    return own === undefined ? [] : [{ channel, limit: own }];
  });
  const keys = new Set(known.map((channel) => keyOf(limitFor(limits, channel))));
  if (keys.size > 1) return times;
  const [only = limit] = times.map((time) => time.limit);
  return only === undefined ? [] : [{ limit: only }];
}

const keyOf = (limit: TimeLimit | undefined): string =>
  limit === undefined ? "" : `${limit.amount} ${limit.unit}`;
