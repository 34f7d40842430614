import type { FastifyInstance } from "fastify";
import type { CasesDeps } from "../cases-deps.ts";
import { csv } from "./csv.ts";
import { onTimeFigures } from "./on-time-report.query.ts";
import { OnTimeReport, onTimeTexts } from "./on-time-report.view.tsx";
import { ON_TIME_PATH, reportRequest } from "./report-request.ts";
import { levelsOf, reportRows } from "./report-rows.ts";

const REPORT = { config: { access: "report.read" } } as const;

/** GET /officer/reports/on-time and the same as CSV; /officer/reports leads here. */
export function onTimePages(app: FastifyInstance, deps: CasesDeps): void {
  const { directory } = deps;

  app.get("/officer/reports", REPORT, (_request, reply) => reply.redirect(ON_TIME_PATH, 303));

  app.get(ON_TIME_PATH, REPORT, async (request, reply) => {
    const asked = reportRequest(request.query, deps.clock());
    const figures = asked.faults.length > 0 ? [] : await onTimeFigures(deps, asked.from, asked.to);
    const rows = reportRows(figures, asked, directory, request.lang);
    return deps.frame.officer(request, reply, {
      title: onTimeTexts(request.lang).title,
      active: "report",
      status: asked.faults.length > 0 ? 422 : 200,
      body: <OnTimeReport request={asked} rows={rows} levels={levelsOf(directory)} lang={request.lang} />,
    });
  });

  app.get(`${ON_TIME_PATH}.csv`, REPORT, async (request, reply) => {
    const asked = reportRequest(request.query, deps.clock());
    if (asked.faults.length > 0) return reply.redirect(ON_TIME_PATH, 303);
    const figures = await onTimeFigures(deps, asked.from, asked.to);
    const words = onTimeTexts(request.lang);
    const rows = reportRows(figures, asked, directory, request.lang).map((row) => [
      row.code,
      row.unit,
      row.received,
      row.finished,
      row.early,
      row.onTime,
      row.late,
      row.lateOpen,
      row.rate === undefined ? "" : Number(row.rate.toFixed(4)),
    ]);
    const head = [words.code, ...Object.values(words.columns)];
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="on-time-${asked.from}-${asked.to}.csv"`)
      .type("text/csv; charset=utf-8")
      .send(csv([head, ...rows]));
  });
}
