import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localDateOf } from "../../../kernel/time.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { groupsOn } from "../domain/group-definitions.ts";
import { nothingHere } from "../nothing-here.ts";
import { desksOf } from "../receive-case/desk-model-of.ts";
import { formIdOf, newFormId } from "../receive-case/new-form-id.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { groupTexts } from "../show-group/group-texts.ts";
import { refusalText } from "../texts.ts";
import { memberParts, readGroupForm } from "./group-form.ts";
import { GroupFormView } from "./group-form.view.tsx";
import { GroupListView } from "./group-list.view.tsx";
import { openGroups } from "./open-groups.query.ts";
import { receiveGroup } from "./receive-group.ts";

const ACCESS = { config: { access: "case.receive" } } as const;
type GroupRequest = FastifyRequest<{ Params: { groupCode: string }; Querystring: { form?: string } }>;
type Shown = { readonly errors: readonly FormError[]; readonly status: number };

/** GET /officer/receive-group, and GET and POST /officer/receive-group/CODE: one submission for several procedures. */
export function receiveGroupPages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/officer/receive-group", ACCESS, async (request, reply) => {
    const { lang, actor } = request;
    const desks = desksOf(deps, actor).map(({ id }) => id);
    const open = await openGroups(deps.database.pool, desks, 50);
    const definitions = groupsOn(localDateOf(deps.clock()));
    return deps.frame.officer(request, reply, {
      title: groupTexts(lang).listTitle,
      active: "receive",
      body: <GroupListView lang={lang} definitions={definitions} open={open} />,
    });
  });

  app.get("/officer/receive-group/:groupCode", ACCESS, async (request: GroupRequest, reply) => {
    const groupId = formIdOf(request.query.form);
    if (groupId === undefined) {
      const fresh = newFormId(deps.clock());
      return reply.redirect(
        `/officer/receive-group/${encodeURIComponent(request.params.groupCode)}?form=${fresh}`,
        303,
      );
    }
    return draw(deps, request, reply, { groupId, returnMethod: "counter" });
  });

  app.post("/officer/receive-group/:groupCode", ACCESS, async (request: GroupRequest, reply) => {
    const { actor, lang } = request;
    const definition = definitionOf(deps, request);
    const parts = definition && (await memberParts(deps, actor, definition));
    if (definition === undefined || parts === undefined) return nothingHere(reply);
    const values = formValues(request.body);
    const input = readGroupForm(lang, definition, parts, values);
    if (!input.ok) return draw(deps, request, reply, values, { errors: input.errors, status: 422 });
    const done = await receiveGroup(deps, actor, input.value);
    if (!done.ok) {
      const errors = [{ field: "main", text: refusalText(lang, done.refusal, done.detail) }];
      return draw(deps, request, reply, values, { errors, status: REFUSAL_STATUS[done.refusal] });
    }
    leaveFlash(reply, `${groupTexts(lang).received} ${done.value.code}`);
    return reply.redirect(`/officer/groups/${done.value.id}`, 303);
  });
}

function definitionOf(deps: CasesDeps, request: GroupRequest) {
  return groupsOn(localDateOf(deps.clock())).find(({ code }) => code === request.params.groupCode);
}

async function draw(
  deps: CasesDeps,
  request: GroupRequest,
  reply: FastifyReply,
  values: FormValues,
  shown?: Shown,
): Promise<FastifyReply> {
  const { lang, actor } = request;
  const definition = definitionOf(deps, request);
  const parts = definition && (await memberParts(deps, actor, definition));
  if (definition === undefined || parts === undefined) return nothingHere(reply);
  const proposed = Object.fromEntries(
    parts.flatMap((part) => [
      [`unit-${part.key}`, part.likely],
      [`papers-${part.key}`, part.proposed],
    ]),
  );
  return deps.frame.officer(request, reply, {
    title: lang === "vi" ? definition.name : definition.nameEn,
    active: "receive",
    status: shown?.status ?? 200,
    body: (
      <GroupFormView
        model={{
          lang,
          definition,
          parts,
          desks: desksOf(deps, actor).map((desk) => ({ value: String(desk.id), label: desk.name })),
          values: shown === undefined ? { ...proposed, ...values } : values,
          errors: shown?.errors ?? [],
          returned: shown !== undefined,
        }}
      />
    ),
  });
}
