import { parseArgs } from "node:util";
import { deadline } from "../kernel/deadline.ts";
import { rulesById, rulesOn } from "../kernel/deadline-rules.ts";
import { instantOf, localDateOf, toLocalIso } from "../kernel/time.ts";
import type { TimeLimit } from "../kernel/time-limit.ts";
import { vietnamCalendar } from "../kernel/vietnam-calendar.ts";
import { print } from "../platform/terminal/print.ts";
import { getSeedUnit } from "../seed/data/units.ts";

/**
 * `npm run -s deadline -- --from 2026-02-12T09:00 --working-days 6.25 --unit H21.18 [--extra-working-days N] [--rule ID] [--json]`:
 * any date with its derivation; also --days (calendar), --hours, --months, --in-day. The time is Vietnam's.
 */
export async function printDeadline(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: "string" },
      "working-days": { type: "string" },
      days: { type: "string" },
      hours: { type: "string" },
      months: { type: "string" },
      "in-day": { type: "boolean", default: false },
      "extra-working-days": { type: "string" },
      unit: { type: "string" },
      rule: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const from = momentOf(values.from);
  // One calendar for the whole province today; an unknown unit is still a mistake worth telling.
  if (values.unit !== undefined) getSeedUnit(values.unit);
  const limits: TimeLimit[] = [
    ...amount(values["working-days"], "working-day"),
    ...amount(values.days, "calendar-day"),
    ...amount(values.hours, "hour"),
    ...amount(values.months, "month"),
    ...(values["in-day"] ? [{ amount: 1, unit: "in-day" } as const] : []),
  ];
  const [limit] = limits;
  if (limit === undefined || limits.length > 1) {
    throw new Error("Give one limit: --working-days, --days, --hours, --months or --in-day.");
  }
  const rules = values.rule === undefined ? rulesOn(localDateOf(from)) : rulesById(values.rule);
  const extraWorkingDays =
    values["extra-working-days"] === undefined ? 0 : number(values["extra-working-days"]);
  const { dueAt, lines } = deadline({ from, limit, calendar: vietnamCalendar(), rules, extraWorkingDays });
  if (values.json) {
    print(JSON.stringify({ dueAt: toLocalIso(dueAt), rules: rules.id, lines }));
    return 0;
  }
  for (const { kind, date, number: counted, minutes, name, source } of lines) {
    print(
      [date, kind, counted, minutes === undefined ? undefined : `${minutes} min`, name, source]
        .filter(Boolean)
        .join("  "),
    );
  }
  print(`due ${toLocalIso(dueAt)} (rules of ${rules.id}: ${rules.source})`);
  return 0;
}

function amount(text: string | undefined, unit: TimeLimit["unit"]): TimeLimit[] {
  return text === undefined ? [] : [{ amount: number(text), unit }];
}

function number(text: string): number {
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${text} is not an amount of time.`);
  return value;
}

function momentOf(text: string | undefined): number {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(text ?? "");
  if (match === null) throw new Error("--from takes a moment in Vietnam such as 2026-02-12T09:00.");
  return instantOf(match[1] ?? "", Number(match[2]) * 60 + Number(match[3]));
}
