import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AccessDenied } from "../../../platform/http/access.ts";
import { type Actor, holds, unitsFor } from "../../../platform/permission.ts";
import { queueCounts } from "../../cases/index.ts";
import { openableCases } from "../apologies/cases-to-sign.query.ts";
import { steeringCounts } from "../notices/notices.query.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { REFRESH_SECONDS } from "./board.page.tsx";
import { boardCases, MEASURES, type MeasureName } from "./board-cases.query.ts";
import { BoardCasesList } from "./board-cases.view.tsx";
import { boardModel, boardTexts, scopeOf } from "./board-model.ts";
import { type BoardRequest, boardHref, boardRequest } from "./board-request.ts";
import { OfficerBoard } from "./officer-board.view.tsx";

export const OFFICER_BOARD = "/officer/board";
const PAGE = 50;
const LONGEST_LATE = 8;

const Drill = z.object({
  measure: z.enum(Object.keys(MEASURES) as [MeasureName, ...MeasureName[]]).catch("open"),
  after: z
    .string()
    .regex(/^(infinity|[\d :.+-]{10,40})_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});

/** GET /officer/board: what is late, where and why, for leaders; GET /officer/board/cases: behind a number. */
export function officerBoardPages(app: FastifyInstance, deps: SteeringDeps): void {
  const { directory, database } = deps;

  app.get(OFFICER_BOARD, { config: { access: "report.read" } }, async (request, reply) => {
    const { lang, actor } = request;
    const asked = boardRequest(request.query);
    const scope = scopeOf(asked, directory);
    const numbers = await deps.board.numbers(asked.period, scope);
    const late = await boardCases(
      database.pool,
      {
        measure: "lateNow",
        period: asked.period,
        unitIds: scope.unitIds ?? [...numbers.units.keys()],
        fieldId: asked.field,
        limit: LONGEST_LATE,
      },
      deps.clock(),
    );
    return deps.frame.officer(request, reply, {
      title: boardTexts(lang).officerTitle,
      active: "board",
      refreshSeconds: REFRESH_SECONDS,
      body: (
        <OfficerBoard
          lang={lang}
          path={OFFICER_BOARD}
          request={asked}
          model={boardModel(numbers, asked, directory, lang)}
          late={late.rows}
          readable={await readableOf(deps, actor, late.rows)}
          unitName={(id) => unitName(deps, request, id)}
          waiting={await waitingFor(deps, actor)}
          {...(holds(actor, "board.cases")
            ? { drill: (measure, only) => drillHref(measure, { ...asked, ...only }) }
            : {})}
        />
      ),
    });
  });

  app.get(`${OFFICER_BOARD}/cases`, { config: { access: "board.cases" } }, async (request, reply) => {
    const { lang, actor } = request;
    const asked = boardRequest(request.query);
    const { measure, after } = Drill.parse(request.query ?? {});
    const numbers = await deps.board.numbers(asked.period);
    const scope = scopeOf(asked, directory);
    const allowed = allowedUnits(actor, [...numbers.units.keys()]);
    const wanted = new Set(scope.unitIds ?? allowed);
    const [value, caseId] = after?.split("_") ?? [];
    const found = await boardCases(
      database.pool,
      {
        measure,
        period: asked.period,
        unitIds: allowed.filter((id) => wanted.has(id)),
        fieldId: asked.field,
        ...(value === undefined || caseId === undefined ? {} : { after: { value, caseId } }),
        limit: PAGE,
      },
      deps.clock(),
    );
    const { next } = found;
    return deps.frame.officer(request, reply, {
      title: boardTexts(lang).drill.title,
      active: holds(actor, "report.read") ? "board" : "queue",
      body: (
        <BoardCasesList
          lang={lang}
          request={asked}
          measure={measure}
          rows={found.rows}
          readable={await readableOf(deps, actor, found.rows)}
          unitName={(id) => unitName(deps, request, id)}
          place={placeOf(deps, request, asked)}
          field={asked.field === undefined ? undefined : numbers.fields.get(asked.field)?.name}
          boardHref={holds(actor, "report.read") ? boardHref(OFFICER_BOARD, asked) : undefined}
          measureHref={(name) => drillHref(name, asked)}
          nextHref={
            next === undefined
              ? undefined
              : `${drillHref(measure, asked)}&after=${encodeURIComponent(`${next.value}_${next.caseId}`)}`
          }
          firstHref={after === undefined ? undefined : drillHref(measure, asked)}
        />
      ),
    });
  });
}

/** The province for readers of reports, for everybody else the units in which they work. */
function allowedUnits(actor: Actor, all: readonly number[]): readonly number[] {
  if (holds(actor, "report.read")) return all;
  const own = unitsFor(actor, "board.cases");
  if (own.length === 0) throw new AccessDenied("not-permitted");
  return own;
}

function drillHref(measure: string, asked: BoardRequest): string {
  if (!(measure in MEASURES)) return boardHref(OFFICER_BOARD, asked);
  const href = boardHref(`${OFFICER_BOARD}/cases`, asked);
  return `${href}${href.includes("?") ? "&" : "?"}measure=${measure}`;
}

function readableOf(deps: SteeringDeps, actor: Actor, rows: readonly { readonly caseId: string }[]) {
  return openableCases(
    deps,
    actor,
    rows.map(({ caseId }) => caseId),
  );
}

function unitName({ directory }: SteeringDeps, { lang }: FastifyRequest, id: number): string {
  const unit = directory.findUnit(id);
  return (lang === "vi" ? unit?.shortName : unit?.nameEn) ?? "";
}

function placeOf({ directory }: SteeringDeps, { lang, actor }: FastifyRequest, asked: BoardRequest): string {
  const words = boardTexts(lang);
  const unit = directory.unitByCode(asked.unit);
  if (unit !== undefined) return lang === "vi" ? unit.name : unit.nameEn;
  if (!holds(actor, "report.read")) return words.drill.own;
  return words.levels[asked.level] ?? words.drill.whole;
}

/** What waits for the person who looks. */
async function waitingFor({ database, clock }: SteeringDeps, actor: Actor) {
  if (actor.kind !== "officer") return undefined;
  const now = clock();
  const [queue, steering] = await Promise.all([
    holds(actor, "case.list") ? queueCounts(database.pool, actor, now) : undefined,
    steeringCounts(database.pool, actor, unitsFor(actor, "case.apologise"), now),
  ]);
  return {
    work: queue?.mine,
    lateWork: queue?.late ?? 0,
    apologies: holds(actor, "case.apologise") ? steering.apologies : undefined,
    notices: steering.unread,
    digest: holds(actor, "steering.digest"),
  };
}
