import type { Lang } from "../../kernel/time.ts";
import { formatTimeLimit } from "../../kernel/time-limit.ts";
import { CHANNELS, type ChannelTime, channelTimes, type Limits } from "./domain/limit-for.ts";
import type { Channel, LimitByChannel } from "./domain/procedure.ts";
import { en } from "./messages.en.ts";
import { type CatalogueMessages, vi } from "./messages.vi.ts";

export function textsOf(lang: Lang): CatalogueMessages {
  return lang === "vi" ? vi : en;
}

/** Levels in words, joined; a level nobody has named yet stays as the data say. */
export function levelNames(lang: Lang, levels: readonly string[]): string {
  const { levels: names } = textsOf(lang);
  return levels.map((level) => names[level] ?? level).join(", ");
}

/** "5 ngày làm việc"; where it differs "Trực tiếp: 5 ngày làm việc", one for each channel. Empty: no limit. */
export function timeLines(lang: Lang, limits: Limits, channels: readonly Channel[]): readonly string[] {
  return channelTimes(limits, channels).map((time) => timeLine(lang, time));
}

/** "Trực tuyến: 15 ngày làm việc" for each channel that has a time of its own; in Vietnamese as controllers write them. */
export function channelLines(lang: Lang, limitByChannel: LimitByChannel): readonly string[] {
  return CHANNELS.flatMap((channel) => {
    const limit = limitByChannel[channel];
    return limit === undefined ? [] : [timeLine(lang, { channel, limit })];
  });
}

function timeLine(lang: Lang, { channel, limit }: ChannelTime): string {
  const time = formatTimeLimit(limit, lang);
  return channel === undefined ? time : `${textsOf(lang).procedure.channelShort[channel]}: ${time}`;
}

/** The first text of a query parameter, cut to what a search may hold, without the sign that PostgreSQL refuses. */
export function asked(value: string | readonly string[] | undefined, letters = 120): string {
  return ([value].flat()[0] ?? "").slice(0, letters).replaceAll("\u0000", "").trim();
}

/** A link with the parameters that are not empty. */
export function link(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The beginning of a long text, cut at a word. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters).replace(/[\s,;(]+\S*$/u, "")}…`;
}
