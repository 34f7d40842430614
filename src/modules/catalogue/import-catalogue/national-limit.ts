import { formatTimeLimit, parseTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import { unmark } from "../../../kernel/vietnamese-text.ts";
import type { Channel, LimitByChannel } from "../domain/procedure.ts";
import type { Doubt } from "./doubt.ts";
import { CHANNELS } from "./national-fees.ts";
import type { NationalChannel } from "./national-record.ts";

export type NationalTime = {
  /** The one limit all rows agree on; absent where a person must decide. */
  readonly limit?: TimeLimit;
  readonly limitNote?: string;
  /** Working days that a note adds in mountain communes. */
  readonly mountainDays?: number;
  readonly doubts: readonly Doubt[];
};

const CHANNEL_NAMES = { DIRECT: "Trực tiếp", POSTAL: "Bưu chính", ONLINE: "Trực tuyến" } as const;

/**
 * The time limit of a procedure as a proposal. It is taken from the figures alone, and only where all rows agree and no
 * note contradicts them; whatever else the rows say stays in the note, word for word. Where a note adds days in mountain
 * communes the figure holds them already on the portal: then the limit is the one that the note names beside them, or
 * nobody's but a person's. Where each channel has one time of its own, these are proposed with the doubt and no case is
 * judged by them until a person confirms them. Nothing is guessed.
 */
export function nationalTime(channels: readonly NationalChannel[]): NationalTime {
  const rows = channels.map((channel) => ({ channel, limit: limitOfRow(channel.qty, channel.unit) }));
  const limits = new Map(rows.flatMap(({ limit }) => (limit === undefined ? [] : [[keyOf(limit), limit]])));
  const contradicted = rows.some(
    ({ channel, limit }) => limit !== undefined && contradicts(channel.note, limit),
  );
  const [figure] = limits.size === 1 && !contradicted ? limits.values() : [];
  const mountainDays = mountainDaysIn(channels.map((channel) => channel.note));
  const isMixed = figure !== undefined && mountainDays !== undefined;
  const only = isMixed ? withoutMountainDays(figure, mountainDays, channels) : figure;
  const said = rows.flatMap(({ channel, limit }) => {
    const shown = limit === undefined || only !== undefined ? "" : formatTimeLimit(limit, "vi");
    const text = [shown, freeText(channel), channel.note].filter((part) => part !== "").join("; ");
    return text === "" ? [] : [{ channel: CHANNEL_NAMES[channel.method], text }];
  });
  const note = noteOf(said, new Set(channels.map((channel) => channel.method)).size);
  const byChannel =
    limits.size > 1 && !contradicted && mountainDays === undefined ? eachChannel(rows) : undefined;
  const reason = doubtOf(limits.size > 1, contradicted, isMixed && only === undefined);
  const doubt: Doubt | undefined =
    byChannel === undefined
      ? reason && { field: "limit", reason, value: note }
      : { field: "limitByChannel", reason: "limits-by-channel", value: byChannel };
  return {
    ...(only === undefined ? {} : { limit: only }),
    ...(note === "" ? {} : { limitNote: note }),
    ...(mountainDays === undefined ? {} : { mountainDays }),
    doubts: doubt === undefined ? [] : [doubt],
  };
}

type Row = { readonly channel: NationalChannel; readonly limit: TimeLimit | undefined };

/** The one time that each channel has in all of its rows; undefined where a row has none, or a channel two. */
function eachChannel(rows: readonly Row[]): LimitByChannel | undefined {
  const found = new Map<Channel, TimeLimit>();
  for (const { channel, limit } of rows) {
    const method = CHANNELS[channel.method];
    const known = found.get(method);
    if (limit === undefined || (known !== undefined && keyOf(known) !== keyOf(limit))) return undefined;
    found.set(method, limit);
  }
  return Object.fromEntries(found);
}

function doubtOf(differ: boolean, contradicted: boolean, mixed: boolean): Doubt["reason"] | undefined {
  if (differ) return "limits-differ";
  if (contradicted) return "limit-contradicts-note";
  return mixed ? "limit-with-mountain-days" : undefined;
}

const MOUNTAIN = /mien nui.*?tang them (\d{1,2}) ngay lam viec/;

/** The one number of working days that all notes speaking of mountain communes add there. */
function mountainDaysIn(notes: readonly string[]): number | undefined {
  const found = new Set(notes.flatMap((note) => MOUNTAIN.exec(unmark(note))?.[1] ?? []));
  return found.size === 1 ? Number([...found][0]) : undefined;
}

/** The limit without the days of mountain communes where every note names it; the figure itself where they name that. */
function withoutMountainDays(
  figure: TimeLimit,
  mountainDays: number,
  channels: readonly NationalChannel[],
): TimeLimit | undefined {
  const named = (limit: TimeLimit) =>
    channels.every(({ note }) => mentionedUnits(note, limit.amount).includes(limit.unit));
  const base = { ...figure, amount: figure.amount - mountainDays };
  if (base.amount > 0 && named(base)) return base;
  return named(figure) ? figure : undefined;
}

/** The limit of a figure and its unit; absent for free text, nought and fractions that have no exact meaning. */
export function limitOfRow(qty: string, unit: string): TimeLimit | undefined {
  const amount = /^\d+(\.\d+)?$/.test(qty) ? Number(qty) : 0;
  if (amount <= 0) return undefined;
  switch (unit) {
    case "WORKING_DAY":
      return Number.isInteger(amount * 480) ? { amount, unit: "working-day" } : undefined;
    case "HOUR":
      return Number.isInteger(amount * 60) ? { amount, unit: "hour" } : undefined;
    case "DAY":
      return Number.isInteger(amount) ? { amount, unit: "calendar-day" } : undefined;
    case "MONTH":
      return Number.isInteger(amount) ? { amount, unit: "month" } : undefined;
    case "YEAR":
      return Number.isInteger(amount) ? { amount: amount * 12, unit: "month" } : undefined;
    default:
      return undefined;
  }
}

/** What stands before "OTHER", and figures that `limitOfRow` does not take. */
function freeText({ qty, unit }: NationalChannel): string {
  const words = unit.replace(/ ?OTHER$/, "");
  if (/^[A-Z_]*$/.test(words)) {
    const fraction = qty.includes(".") && words !== "" && limitOfRow(qty, words) === undefined;
    return fraction ? `${qty.replace(".", ",")} ${UNIT_NAMES[words] ?? words}` : "";
  }
  return words;
}
const UNIT_NAMES: Readonly<Record<string, string>> = {
  DAY: "ngày",
  MONTH: "tháng",
  WORKING_DAY: "ngày làm việc",
};

const keyOf = (limit: TimeLimit): string => `${limit.amount} ${limit.unit}`;

const MENTION = /(\d+(?:[.,]\d+)?) ?(?:\([^)]*\) ?)?(ngay lam viec|ngay(?! \d)|gio|thang(?! \d))/g;
const MENTIONED_UNITS: Readonly<Record<string, TimeLimit["unit"]>> = {
  "ngay lam viec": "working-day",
  ngay: "calendar-day",
  gio: "hour",
  thang: "month",
};

/** The note, read as a limit, says another one; or it names the same figure in another unit only. */
function contradicts(note: string, limit: TimeLimit): boolean {
  if (note === "") return false;
  const whole = parseTimeLimit(note);
  if (whole.ok && whole.value.unit !== "in-day") return keyOf(whole.value) !== keyOf(limit);
  const units = mentionedUnits(note, limit.amount);
  return units.length > 0 && !units.includes(limit.unit);
}

/** The units in which a note names this amount. */
function mentionedUnits(note: string, amount: number): readonly (TimeLimit["unit"] | undefined)[] {
  return [...unmark(note).matchAll(MENTION)]
    .filter(([, figure = ""]) => Number(figure.replace(",", ".")) === amount)
    .map(([, , unit = ""]) => MENTIONED_UNITS[unit]);
}

/** Each text once, with the channels it stands for unless it stands for all. */
function noteOf(said: readonly { channel: string; text: string }[], channels: number): string {
  const byText = new Map<string, Set<string>>();
  for (const { channel, text } of said) byText.set(text, (byText.get(text) ?? new Set()).add(channel));
  return [...byText]
    .map(([text, names]) => (names.size === channels ? text : `${[...names].join(", ")}: ${text}`))
    .join("\n");
}
