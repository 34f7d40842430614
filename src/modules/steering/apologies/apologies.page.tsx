import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import type { Lang } from "../../../kernel/time.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import { unitsFor } from "../../../platform/permission.ts";
import {
  ApologyInput,
  CASE_STATUS,
  caseWords,
  dueView,
  formErrors,
  refusalStatus,
} from "../../cases/index.ts";
import { settleDrafts } from "../draft-apologies/settle-drafts.ts";
import { officerOf } from "../officer-of-request.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { closedApologies, draftCode, type OpenApology, openApologies } from "./apologies.query.ts";
import {
  APOLOGIES_URL,
  Apologies,
  apologyTexts,
  type ShownApology,
  type TypedApology,
} from "./apologies.view.tsx";
import { openableCases } from "./cases-to-sign.query.ts";

const PAGE = 25;
const CLOSED = 20;
const LEADERS = { config: { access: "case.apologise" } } as const;

/** GET /officer/apologies: what a leader has to apologise for; POST signs one of them. */
export function apologyPages(app: FastifyInstance, deps: SteeringDeps): void {
  app.get(APOLOGIES_URL, LEADERS, (request, reply) => showApologies(deps, request, reply));
  app.post(APOLOGIES_URL, LEADERS, (request, reply) => signApology(deps, request, reply));
}

async function showApologies(
  deps: SteeringDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed?: TypedApology,
  status = 200,
): Promise<FastifyReply> {
  const officer = officerOf(request);
  const { lang } = request;
  const { pool } = deps.database;
  const now = deps.clock();
  const units = unitsFor(officer, "case.apologise");
  const found = await openApologies(pool, units, PAGE + 1);
  // What happened since the last run of the job is seen here at once: nobody signs for a case that is done.
  const owed = await settleDrafts(
    deps,
    found.map((draft) => draft.caseId),
    now,
  );
  const drafts = found
    .flatMap((draft) => {
      const watched = owed.get(draft.caseId);
      if (watched === undefined || !units.includes(watched.unitId)) return [];
      return [{ ...draft, unitId: watched.unitId, dueAt: watched.dueAt }];
    })
    .slice(0, PAGE);
  const [signed, lapsed] = await Promise.all([
    closedApologies(pool, "signed", units, now, CLOSED),
    closedApologies(pool, "lapsed", units, now, CLOSED),
  ]);
  const named = [...drafts, ...signed, ...lapsed, ...(typed === undefined ? [] : [typed])];
  const readable = await openableCases(
    deps,
    officer,
    named.map(({ caseId }) => caseId),
  );
  return deps.frame.officer(request, reply, {
    title: apologyTexts(lang).title,
    active: "apologies",
    status,
    body: (
      <Apologies
        lang={lang}
        now={now}
        drafts={drafts.map((draft) => shown(deps, draft, lang, now))}
        signed={signed}
        lapsed={lapsed}
        readable={readable}
        more={found.length > PAGE}
        typed={typed}
      />
    ),
  });
}

async function signApology(
  deps: SteeringDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = officerOf(request);
  const { lang } = request;
  const values = formValues(request.body);
  const caseId = text(values, "case");
  if (!isUuid(caseId)) return reply.redirect(APOLOGIES_URL, 303);
  const typed = {
    caseId,
    caseCode: await draftCode(deps.database.pool, unitsFor(officer, "case.apologise"), caseId),
    reason: text(values, "reason"),
    newDate: text(values, "newDate"),
  };
  const form = parseForm(ApologyInput, values);
  if (!form.ok) {
    const { reason, newDate } = apologyTexts(lang);
    const labels: Readonly<Record<string, string>> = { reason, newDate };
    const errors = formErrors(lang, form.errors, "", (field) => labels[field]).map((error) => ({
      ...error,
      field: `${error.field}-${caseId}`,
    }));
    return showApologies(deps, request, reply, { ...typed, errors, refusal: undefined }, 422);
  }
  const owed = await settleDrafts(deps, [caseId], deps.clock());
  const signed = await deps.signApology(officer, caseId, form.value, owed.get(caseId)?.unitId);
  if (!signed.ok) {
    const refusal = caseWords(lang).refusals[signed.refusal];
    const again = { ...typed, errors: [], refusal };
    return showApologies(deps, request, reply, again, refusalStatus(signed.refusal));
  }
  await settleDrafts(deps, [caseId], deps.clock());
  const { caseCode } = signed.value;
  const opens = (await openableCases(deps, officer, [caseId])).has(caseId);
  const { signed: done, signedElsewhere } = apologyTexts(lang);
  leaveFlash(reply, opens ? done(caseCode) : signedElsewhere(caseCode));
  return reply.redirect(APOLOGIES_URL, 303);
}

function text(values: FormValues, name: string): string {
  return [values[name] ?? ""].flat().at(0) ?? "";
}

function shown(deps: SteeringDeps, draft: OpenApology, lang: Lang, now: number): ShownApology {
  const unit = deps.directory.unit(draft.unitId);
  return {
    ...draft,
    unit: lang === "vi" ? unit.name : unit.nameEn,
    due: dueView(lang, {
      dueAt: draft.dueAt,
      now,
      calendar: deps.calendarOf(draft.unitId),
      status: CASE_STATUS.processing,
      paused: false,
    }),
  };
}
