import { parseArgs } from "node:util";
import { type Deadline, type DeadlineInput, deadline } from "../kernel/deadline.ts";
import { DEADLINE_RULES, type DeadlineRules, rulesOn } from "../kernel/deadline-rules.ts";
import { MOUNTAIN_RULE } from "../kernel/mountain-rule.ts";
import { type Instant, instantOf, isLocalDate, localDateOf, toLocalIso } from "../kernel/time.ts";
import type { TimeLimit } from "../kernel/time-limit.ts";
import { CALENDAR_YEARS, vietnamCalendar } from "../kernel/vietnam-calendar.ts";
import { optionMistake } from "../platform/terminal/option-mistake.ts";
import { print } from "../platform/terminal/print.ts";
import { type SeedUnit, seedUnits } from "../seed/data/units.ts";

const OPTIONS = {
  from: { type: "string" },
  "working-days": { type: "string" },
  days: { type: "string" },
  hours: { type: "string" },
  months: { type: "string" },
  "in-day": { type: "boolean", default: false },
  "extra-working-days": { type: "string" },
  mountain: { type: "boolean", default: false },
  unit: { type: "string" },
  rule: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/**
 * `npm run -s deadline -- --from 2026-02-12T09:00 --working-days 6.25 --unit H21.18 [--rule ID] [--json]`: any date with
 * its derivation; also --days (calendar), --hours, --months, --in-day. The time is Vietnam's. Needs no database: the
 * calendar is the official one of the whole country, which every unit of the seed works by until it declares its own.
 * `--mountain` adds the ten working days of land procedures where the unit is a mountain commune.
 */
export async function printDeadline(args: readonly string[]): Promise<number> {
  if (!args.includes("--json")) return printLines(readArguments(args));
  try {
    const input = readArguments(args);
    const { dueAt, lines } = dueWithin(input);
    const calendar = input.calendar.version;
    print(JSON.stringify({ dueAt: toLocalIso(dueAt), rules: input.rules.id, calendar, lines }));
    return 0;
  } catch (fault) {
    print(
      JSON.stringify({
        error: optionMistake(fault) ?? (fault instanceof Error ? fault.message : String(fault)),
      }),
    );
    return 1;
  }
}

function printLines(input: DeadlineInput): number {
  const { dueAt, lines } = dueWithin(input);
  const { rules, calendar } = input;
  for (const { kind, date, number: counted, minutes, name, source } of lines) {
    print(
      [date, kind, counted, minutes === undefined ? undefined : `${minutes} min`, name, source]
        .filter(Boolean)
        .join("  "),
    );
  }
  const counted = `the country's working calendar ${calendar.version}; rules of ${rules.id}: ${rules.source}`;
  print(`due ${toLocalIso(dueAt)} (${counted})`);
  return 0;
}

/** The deadline; throws where the calendar does not know the holidays of a year that was counted. */
function dueWithin(input: DeadlineInput): Deadline {
  const { first, last } = CALENDAR_YEARS;
  const found = deadline(input);
  const years = [input.from, found.dueAt].map((at) => Number(localDateOf(at).slice(0, 4)));
  if (years.some((year) => year < first || year > last))
    throw new Error(`Holidays are known from ${first} to ${last}; this counts outside of them.`);
  return found;
}

function readArguments(args: readonly string[]): DeadlineInput {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const from = momentOf(values.from);
  const unit = values.unit === undefined ? undefined : unitOf(values.unit);
  const limits: TimeLimit[] = [
    ...amount(values["working-days"], "working-day"),
    ...amount(values.days, "calendar-day"),
    ...amount(values.hours, "hour"),
    ...amount(values.months, "month"),
    ...(values["in-day"] ? [{ amount: 1, unit: "in-day" } as const] : []),
  ];
  const [limit] = limits;
  if (limit === undefined || limits.length > 1)
    throw new Error("Give one limit: --working-days, --days, --hours, --months or --in-day.");
  if (limit.unit === "month" && !Number.isInteger(limit.amount))
    throw new Error("--months takes whole months.");
  if (limit.unit === "calendar-day" && !Number.isInteger(limit.amount))
    throw new Error("--days takes whole days.");
  const extra = values["extra-working-days"];
  const given = extra === undefined ? 0 : whole("--extra-working-days", extra);
  return {
    from,
    limit,
    calendar: vietnamCalendar(),
    rules: rulesFor(values.rule, from),
    extraWorkingDays: given + (values.mountain ? mountainDays(unit) : 0),
  };
}

function amount(text: string | undefined, unit: TimeLimit["unit"]): TimeLimit[] {
  return text === undefined ? [] : [{ amount: number(text), unit }];
}

function number(text: string): number {
  const value = /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.replace(",", ".")) : 0;
  if (value <= 0) throw new Error(`${text} is not an amount of time.`);
  if (value > 10_000) throw new Error(`${text} is more than any law allows.`);
  return value;
}

function whole(name: string, text: string): number {
  const value = number(text);
  if (!Number.isInteger(value)) throw new Error(`${name} takes whole days.`);
  return value;
}

function momentOf(text: string | undefined): Instant {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? "");
  const [, date = "", hour, minute] = match ?? [];
  if (!isLocalDate(date)) throw new Error("--from takes a moment in Vietnam such as 2026-02-12T09:00.");
  return instantOf(date, Number(hour) * 60 + Number(minute));
}

function unitOf(code: string): SeedUnit {
  const unit = seedUnits.find((candidate) => candidate.code === code.toUpperCase());
  if (unit === undefined)
    throw new Error(`There is no unit ${code} in the province; codes look like H21.18.`);
  return unit;
}

function mountainDays(unit: SeedUnit | undefined): number {
  if (unit === undefined) throw new Error("--mountain needs --unit: the commune in which the land lies.");
  if (!unit.mountain)
    throw new Error(`${unit.code} ${unit.name} is no mountain commune; nothing is added there.`);
  return MOUNTAIN_RULE.extraWorkingDays;
}

function rulesFor(id: string | undefined, from: Instant): DeadlineRules {
  const known = DEADLINE_RULES.map((rules) => `${rules.id} (from ${rules.effectiveFrom})`).join(", ");
  if (id !== undefined) {
    const rules = DEADLINE_RULES.find((candidate) => candidate.id === id);
    if (rules === undefined) throw new Error(`There are no rules called ${id}; there are ${known}.`);
    return rules;
  }
  const date = localDateOf(from);
  if (date < (DEADLINE_RULES[0]?.effectiveFrom ?? ""))
    throw new Error(`No rules are known for ${date}; there are ${known}.`);
  return rulesOn(date);
}
