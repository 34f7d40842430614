import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { formatClock, formatDate } from "../../../kernel/time.ts";
import { nextWorkingInstant } from "../../../kernel/working-calendar.ts";
import { formValues } from "../../../platform/http/form.ts";
import { Notice, PageTitle } from "../../../ui/index.ts";
import { noDraft } from "../manage-processes/no-draft.page.tsx";
import { draftAsked, expandedDraft, processOf } from "../manage-processes/process.query.ts";
import { processFaults } from "../process-faults.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { idOf, textsOf, URL } from "../texts.ts";
import { firstUnit, type Tried, tryForm, tryOut } from "./try-form.ts";
import { TryView } from "./try-process.view.tsx";

type Params = { Params: { id: string } };

/** GET …/try: a process tried on an invented case, a published version by everybody, a draft by its editors. */
export function tryProcessPages(app: FastifyInstance, deps: ProcessesDeps): void {
  app.get<Params>(`${URL}/:id/try`, { config: { access: "officer.self" } }, async (request, reply) => {
    const id = idOf(request.params.id);
    const process = id === undefined ? undefined : await processOf(deps, id);
    if (process === undefined) return reply.callNotFound();
    const { procedureCode, variantCode, definition } = process.version;
    const tried: Tried = { ...definition, variantCode };
    return draw(deps, request, reply, { tried, procedureCode, back: `${URL}/${process.version.id}` });
  });

  app.get<Params>(
    `${URL}/drafts/:id/try`,
    { config: { access: "process.manage" } },
    async (request, reply) => {
      const draft = await draftAsked(deps, request.params);
      if (draft === undefined) return noDraft(deps, request, reply);
      const { procedureCode, variantCode, terms } = draft;
      const back = `${URL}/drafts/${draft.id}`;
      const expanded = await expandedDraft(deps, draft);
      // A draft over its limit may be tried: that is how one sees where the time goes.
      const own = terms === undefined ? {} : { terms };
      if (!expanded.ok || processFaults({ steps: expanded.steps, ...own }).length > 0)
        return unfit(deps, request, reply, back);
      const { steps } = expanded;
      const tried: Tried = { code: procedureCode, variantCode, steps, terms };
      return draw(deps, request, reply, { tried, procedureCode, back });
    },
  );
}

type Subject = { readonly tried: Tried; readonly procedureCode: string; readonly back: string };

async function draw(
  deps: ProcessesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { tried, procedureCode, back }: Subject,
): Promise<FastifyReply> {
  const texts = textsOf(request.lang).trying;
  const procedure = await deps.procedure(procedureCode);
  const unit = firstUnit(tried, deps.directory);
  const known = deps.directory.unitByCode(unit);
  const now = deps.clock();
  const begin = known === undefined ? now : nextWorkingInstant(deps.calendarOf(known.id), now);
  const start = `${formatClock(begin)} ${formatDate(begin)}`;
  const form = tryForm(formValues(request.query), tried, unit, start);
  const answer = tryOut(deps, form, tried, procedure);
  return deps.frame.officer(request, reply, {
    title: texts.title,
    active: "processes",
    ...(answer.ok ? {} : { status: 422 }),
    body: (
      <TryView
        lang={request.lang}
        directory={deps.directory}
        tried={tried}
        procedure={procedure}
        form={form}
        answer={answer}
        back={back}
      />
    ),
  });
}

async function unfit(
  { frame }: ProcessesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
): Promise<FastifyReply> {
  const texts = textsOf(request.lang).trying;
  return frame.officer(request, reply, {
    title: texts.title,
    active: "processes",
    body: (
      <>
        <PageTitle title={texts.title} kicker={<a href={back}>{texts.back}</a>} />
        <Notice tone="warn">{texts.unfit}</Notice>
      </>
    ),
  });
}
