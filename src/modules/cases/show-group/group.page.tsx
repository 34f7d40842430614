import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { DecideGroup, decideGroup } from "../decide-group/decide-group.ts";
import { namesFor } from "../names.ts";
import { nothingHere } from "../nothing-here.ts";
import { typed } from "../receive-case/paper-rows.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { faultText, refusalText } from "../texts.ts";
import { GroupPageView } from "./group.view.tsx";
import { groupTexts } from "./group-texts.ts";
import { groupView } from "./group-view.query.ts";

type GroupRequest = FastifyRequest<{ Params: { id: string } }>;
type Shown = { readonly values: FormValues; readonly errors: readonly FormError[]; readonly status: number };

/** GET /officer/groups/ID, and POST …/decide: the owner closes or continues what is left after a failure. */
export function groupPages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/officer/groups/:id", { config: { access: "case.read" } }, (request: GroupRequest, reply) =>
    draw(deps, request, reply),
  );

  app.post(
    "/officer/groups/:id/decide",
    { config: { access: "case.group-decide" } },
    async (request: GroupRequest, reply) => {
      const { id } = request.params;
      const { actor, lang } = request;
      const values = formValues(request.body);
      const keys = [values.key ?? []].flat();
      const form = parseForm(DecideGroup, {
        decisions: keys.map((key) => ({
          key,
          decision: typed(values, `decision-${key}`) || undefined,
          reason: typed(values, `reason-${key}`),
        })),
      });
      if (!form.ok) {
        const errors = Object.entries(form.errors).map(([path, code]) => {
          const [, index, name] = /^decisions\.(\d+)\.(\w+)/.exec(path) ?? [];
          return { field: `${name ?? "decision"}-${keys[Number(index)] ?? ""}`, text: faultText(lang, code) };
        });
        return draw(deps, request, reply, { values, errors, status: 422 });
      }
      if (!isUuid(id)) return nothingHere(reply);
      const seen = typed(values, "version");
      const target = /^\d{1,9}$/.test(seen) ? { caseId: id, version: Number(seen) } : { caseId: id };
      const done = await decideGroup(deps, actor, target, form.value);
      if (!done.ok) {
        const errors = [{ field: "main", text: refusalText(lang, done.refusal, done.detail) }];
        return draw(deps, request, reply, { values, errors, status: REFUSAL_STATUS[done.refusal] });
      }
      leaveFlash(reply, groupTexts(lang).done);
      return reply.redirect(`/officer/groups/${id}`, 303);
    },
  );
  // The address stands in the bar after the form came back.
  app.get("/officer/groups/:id/decide", { config: { access: "case.read" } }, (request: GroupRequest, reply) =>
    reply.redirect(`/officer/groups/${encodeURIComponent(request.params.id)}`, 303),
  );
}

async function draw(
  deps: CasesDeps,
  request: GroupRequest,
  reply: FastifyReply,
  shown?: Shown,
): Promise<FastifyReply> {
  const { actor, lang, params } = request;
  if (!isUuid(params.id) || actor.kind !== "officer") return nothingHere(reply);
  const view = await groupView(deps, actor, params.id);
  if (!view.ok) {
    if (view.refusal === "not-your-unit") throw new AccessDenied("not-permitted");
    return nothingHere(reply);
  }
  const { parent } = view.value;
  return deps.frame.officer(request, reply, {
    title: `${groupTexts(lang).kicker} ${parent.code}`,
    active: "queue",
    status: shown?.status ?? 200,
    body: (
      <GroupPageView
        lang={lang}
        view={view.value}
        names={namesFor(deps, lang)}
        now={deps.clock()}
        calendarOf={(unitId) => deps.calendarOf(unitId)}
        values={shown?.values ?? {}}
        errors={shown?.errors ?? []}
      />
    ),
  });
}
