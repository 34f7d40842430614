import { z } from "zod";
import { formatDate, type Instant } from "../../../kernel/time.ts";
import { type ReportRequest, reportRequest } from "../../cases/index.ts";
import type { Directory } from "../../organisation/index.ts";

const DELAY_PATH = "/officer/reports/delay";

/** What the reader of the report on delays asked for. */
export type DelayRequest = Pick<ReportRequest, "typed" | "from" | "to" | "faults"> & {
  /** Empty: all units. */
  readonly unitCode: string;
  readonly unitId?: number;
  codeOf(unitId: number): string;
};

const Sent = z.object({ unit: z.string().max(40).catch("") });

/** Reads the query; without dates this month, an unknown unit counts as not said. */
export function delayRequest(query: unknown, now: Instant, directory: Directory): DelayRequest {
  const { typed, from, to, faults } = reportRequest(query, now);
  const unit = directory.unitByCode(Sent.parse(query ?? {}).unit);
  return {
    typed,
    from,
    to,
    faults,
    unitCode: unit?.code ?? "",
    ...(unit === undefined ? {} : { unitId: unit.id }),
    codeOf: (id) => directory.unit(id).code,
  };
}

/** The address of the same report with something changed; `suffix` ".csv" for the table. */
export function delayHref(
  request: DelayRequest,
  change: { readonly unitCode?: string } = {},
  suffix = "",
): string {
  const unit = change.unitCode ?? request.unitCode;
  const query = new URLSearchParams({ from: formatDate(request.from), to: formatDate(request.to), unit });
  if (unit === "") query.delete("unit");
  return `${DELAY_PATH}${suffix}?${query}`;
}
