import { z } from "zod";
import { type BoardPeriod, PERIODS } from "../domain/board-sums.ts";

export const SORTS = ["unit", "received", "ended", "open", "late", "paused", "official", "honest"] as const;
export type BoardSort = (typeof SORTS)[number];

const Sent = z.object({
  period: z.enum(PERIODS).catch("today"),
  level: z.string().max(20).catch(""),
  unit: z.string().max(40).catch(""),
  field: z.coerce.number().int().positive().max(1_000_000).optional().catch(undefined),
  sort: z.enum(SORTS).catch("late"),
  order: z.enum(["ascending", "descending"]).catch("descending"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** What the reader of a board asked for; what is unknown means everything. */
export type BoardRequest = {
  readonly period: BoardPeriod;
  /** Empty: all levels. */
  readonly level: string;
  /** Code of a unit; empty: all. */
  readonly unit: string;
  readonly field: number | undefined;
  readonly sort: BoardSort;
  readonly order: "ascending" | "descending";
  readonly page: number;
};

/** Reads the query of a board's address. */
export function boardRequest(query: unknown): BoardRequest {
  const { field, ...rest } = Sent.parse(query ?? {});
  return { ...rest, field };
}

/** The address of a board with something changed; a change of anything but the page goes back to the first. */
export function boardHref(path: string, request: BoardRequest, change: Partial<BoardRequest> = {}): string {
  const next = { ...request, page: 1, ...change };
  const query = new URLSearchParams();
  if (next.period !== "today") query.set("period", next.period);
  if (next.level !== "") query.set("level", next.level);
  if (next.unit !== "") query.set("unit", next.unit);
  if (next.field !== undefined) query.set("field", `${next.field}`);
  if (next.sort !== "late") query.set("sort", next.sort);
  if (next.order !== "descending") query.set("order", next.order);
  if (next.page > 1) query.set("page", `${next.page}`);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
