import { z } from "zod";
import {
  addDays,
  addMonths,
  formatDate,
  type Instant,
  type LocalDate,
  localDateOf,
} from "../../../kernel/time.ts";
import { localDate } from "../local-date-field.ts";

export const SORT_KEYS = [
  "unit",
  "received",
  "finished",
  "early",
  "onTime",
  "late",
  "lateOpen",
  "rate",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

const Sent = z.object({
  from: z.string().catch(""),
  to: z.string().catch(""),
  level: z.string().max(20).catch(""),
  by: z.enum(["then", "now"]).catch("then"),
  sort: z.enum(SORT_KEYS).catch("rate"),
  order: z.enum(["ascending", "descending"]).catch("ascending"),
});

/** What the reader of the report asked for; dates as typed stay beside what they mean. */
export type ReportRequest = {
  readonly typed: { readonly from: string; readonly to: string };
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly level: string;
  /** Under the units of that time, or rolled up to those that stand now. */
  readonly by: "then" | "now";
  readonly sort: SortKey;
  readonly order: "ascending" | "descending";
  readonly faults: readonly { readonly field: "from" | "to"; readonly code: "not-a-date" | "wrong-order" }[];
};

/** Reads the query; without dates this month, from its first day to its last. */
export function reportRequest(query: unknown, now: Instant): ReportRequest {
  const sent = Sent.parse(query ?? {});
  const first = `${localDateOf(now).slice(0, 8)}01`;
  const last = addDays(addMonths(first, 1), -1);
  const from = day(sent.from, first);
  const to = day(sent.to, last);
  const faults: ReportRequest["faults"][number][] = [];
  if (from === undefined) faults.push({ field: "from", code: "not-a-date" });
  if (to === undefined) faults.push({ field: "to", code: "not-a-date" });
  if (from !== undefined && to !== undefined && to < from) faults.push({ field: "to", code: "wrong-order" });
  return {
    typed: { from: sent.from || formatDate(first), to: sent.to || formatDate(last) },
    from: from ?? first,
    to: to ?? last,
    level: sent.level,
    by: sent.by,
    sort: sent.sort,
    order: sent.order,
    faults,
  };
}

function day(text: string, otherwise: LocalDate): LocalDate | undefined {
  if (text.trim() === "") return otherwise;
  const parsed = localDate.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** The address of the same report with something changed. */
export function reportHref(
  request: ReportRequest,
  change: Partial<ReportRequest> = {},
  path = ON_TIME_PATH,
): string {
  const { from, to, level, by, sort, order } = { ...request, ...change };
  const query = new URLSearchParams({ from: formatDate(from), to: formatDate(to), level, by, sort, order });
  if (by === "then") query.delete("by");
  if (level === "") query.delete("level");
  return `${path}?${query}`;
}

export const ON_TIME_PATH = "/officer/reports/on-time";
