import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import { openableCases } from "../apologies/cases-to-sign.query.ts";
import { officerOf } from "../officer-of-request.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { markRead, type NoticeCursor, noticesFor, steeringCounts } from "./notices.query.ts";
import { NOTICES_URL, Notices, noticeTexts } from "./notices.view.tsx";

const PAGE = 50;
const SELF = { config: { access: "officer.self" } } as const;

/** GET /officer/notices: what an officer was told, unread first; POST /officer/notices/read marks. */
export function noticePages(app: FastifyInstance, deps: SteeringDeps): void {
  app.get(NOTICES_URL, SELF, (request, reply) => showNotices(deps, request, reply));

  app.post(`${NOTICES_URL}/read`, SELF, async (request, reply) => {
    const actor = officerOf(request);
    const { lang } = request;
    const { all, notice } = formValues(request.body);
    const ids = [notice ?? []].flat().filter((id) => /^\d{1,15}$/.test(id));
    const which = all === undefined ? ids.map(Number) : "all";
    const count = await markRead(deps.database.pool, actor, which, deps.clock());
    leaveFlash(reply, noticeTexts(lang).marked(count));
    return reply.redirect(NOTICES_URL, 303);
  });
}

async function showNotices(
  deps: SteeringDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = officerOf(request);
  const { lang } = request;
  const { pool } = deps.database;
  const now = deps.clock();
  const after = cursorOf(request.query);
  const page = after === undefined ? { limit: PAGE + 1 } : { after, limit: PAGE + 1 };
  const [found, counts] = await Promise.all([
    noticesFor(pool, actor, page, now),
    steeringCounts(pool, actor, [], now),
  ]);
  const shown = found.slice(0, PAGE);
  const readable = await openableCases(
    deps,
    actor,
    shown.map((row) => row.caseId),
  );
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return deps.frame.officer(request, reply, {
    title: noticeTexts(lang).title,
    active: "notices",
    body: (
      <Notices
        lang={lang}
        rows={shown.map((row) => ({
          ...row,
          unit: nameOf(deps, row.unitId, lang),
          readable: readable.has(row.caseId),
        }))}
        unread={counts.unread}
        nextHref={last && `${NOTICES_URL}?after=${last.quiet ? 1 : 0}.${last.id}`}
        firstHref={after && NOTICES_URL}
      />
    ),
  });
}

function nameOf({ directory }: SteeringDeps, unitId: number, lang: "vi" | "en"): string {
  const unit = directory.unit(unitId);
  return lang === "vi" ? unit.shortName : unit.nameEn;
}

const Query = z.object({ after: z.string().optional().catch(undefined) });

function cursorOf(query: unknown): NoticeCursor | undefined {
  const found = /^([01])\.(\d{1,15})$/.exec(Query.parse(query).after ?? "");
  return found === null ? undefined : { quiet: found[1] === "1", id: Number(found[2]) };
}
