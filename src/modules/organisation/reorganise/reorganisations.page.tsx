import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formatDate, type Lang } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import { listJobRuns } from "../../../platform/job-run.ts";
import { Badge, type Column, DataTable, EmptyState, LinkButton, PageTitle } from "../../../ui/index.ts";
import { OnePlanView } from "./one-plan.view.tsx";
import { PlacePosts, placePosts } from "./place-posts.ts";
import { type PlanPreview, previewPlan } from "./preview.ts";
import { readRows } from "./read-rows.ts";
import { REORGANISE_JOB } from "./reorganisation-jobs.ts";
import { allReorganisations, oneReorganisation, type Reorganisation } from "./reorganisations.query.ts";
import { NEW_URL, planHref, REORGANISATIONS_URL, type ReorganisePageDeps } from "./reorganise-page-deps.ts";
import { reorganiseTexts, stuckText } from "./texts.ts";
import { WithdrawReorganisation, withdrawReorganisation } from "./withdraw-reorganisation.ts";

const MAY = { config: { access: "organisation.reorganise" } } as const;
type OfId = { Params: { id: string } };

/**
 * GET /officer/organisation/reorganisations: all of them. GET …/ID: one, with its preview or its progress. POST
 * …/ID/withdraw: takes it back before its day. POST …/ID/place: says where officers go who came after it was made.
 */
export function reorganisationsPages(app: FastifyInstance, deps: ReorganisePageDeps): void {
  app.get(REORGANISATIONS_URL, MAY, async (request, reply) => {
    const plans = await allReorganisations(deps);
    return deps.frame.officer(request, reply, {
      title: reorganiseTexts(request.lang).title,
      active: "reorganise",
      body: <ListView plans={plans} lang={request.lang} />,
    });
  });

  const draw = async (request: FastifyRequest, reply: FastifyReply, id: string, fault?: string) => {
    const plan = await oneReorganisation(deps, id);
    if (plan === undefined) return reply.callNotFound();
    const [preview, followed, jobs] = await Promise.all([
      plan.state === "planned"
        ? previewPlan(deps, plan.rows, plan.effectiveOn)
        : Promise.resolve<PlanPreview | undefined>(undefined),
      deps.reorganisation.followed(plan.id),
      listJobRuns(deps.database),
    ]);
    const { plannedBy } = plan;
    return deps.frame.officer(request, reply, {
      title: `${reorganiseTexts(request.lang).title}: ${plan.decision}`,
      active: "reorganise",
      ...(fault === undefined ? {} : { status: 422 }),
      body: (
        <OnePlanView
          plan={plan}
          lang={request.lang}
          preview={preview}
          followed={followed}
          run={jobs.find((job) => job.name === REORGANISE_JOB)}
          plannedBy={plannedBy === null ? undefined : deps.directory.officerName(plannedBy)}
          workName={(work) => deps.reorganisation.workName(work, request.lang)}
          fault={fault}
          typed={[formValues(request.body).reason ?? ""].flat()[0] ?? ""}
          chosen={[formValues(request.body).place ?? []].flat()}
        />
      ),
    });
  };

  app.get<OfId>(`${REORGANISATIONS_URL}/:id`, MAY, (request, reply) =>
    draw(request, reply, request.params.id),
  );

  app.post<OfId>(`${REORGANISATIONS_URL}/:id/withdraw`, MAY, async (request, reply) => {
    const { id } = request.params;
    const texts = reorganiseTexts(request.lang);
    const form = parseForm(WithdrawReorganisation, { ...formValues(request.body), id });
    if (!form.ok)
      return draw(
        request,
        reply,
        id,
        `${texts.one.withdrawReason}: ${texts.fields[form.errors.reason ?? ""] ?? texts.fields.required}`,
      );
    const done = await runCommand(deps, request.actor, withdrawReorganisation, form.value);
    if (!done.ok)
      return done.refusal === "unknown-plan"
        ? reply.callNotFound()
        : draw(request, reply, id, texts.one.tooLate);
    leaveFlash(reply, texts.one.flashWithdrawn);
    return reply.redirect(planHref(form.value.id), 303);
  });

  app.post<OfId>(`${REORGANISATIONS_URL}/:id/place`, MAY, async (request, reply) => {
    const { id } = request.params;
    const texts = reorganiseTexts(request.lang);
    const { rows } = readRows({ place: formValues(request.body).place ?? [] });
    const posts = rows.map(({ unit, part, to }) => ({ unit, staffCode: part, to }));
    const form = PlacePosts.safeParse({ id: Number(id), posts });
    if (!form.success) return draw(request, reply, id, texts.one.placeAll);
    const done = await runCommand(deps, request.actor, placePosts, form.data);
    if (!done.ok) {
      if (done.refusal === "unknown-plan") return reply.callNotFound();
      if (done.refusal === "carried-out-already") return draw(request, reply, id, texts.one.tooLate);
      const { detail } = done;
      return draw(
        request,
        reply,
        id,
        detail === undefined ? texts.one.placeAll : stuckText(request.lang, detail),
      );
    }
    leaveFlash(reply, texts.one.flashPlaced);
    return reply.redirect(planHref(form.data.id), 303);
  });
}

function ListView({
  plans,
  lang,
}: {
  readonly plans: readonly Reorganisation[];
  readonly lang: Lang;
}): VNode {
  const texts = reorganiseTexts(lang);
  const columns: readonly Column<Reorganisation>[] = [
    { key: "decision", label: texts.decision, primary: true, cell: (plan) => plan.decision },
    { key: "on", label: texts.effectiveOn, cell: (plan) => formatDate(plan.effectiveOn) },
    {
      key: "count",
      label: texts.count,
      kind: "number",
      cell: (plan) => new Set(plan.rows.filter((row) => row.op !== "post").map((row) => row.unit)).size,
    },
    { key: "state", label: texts.state, cell: (plan) => <PlanBadge plan={plan} lang={lang} /> },
  ];
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        kicker={<a href="/officer/organisation">{texts.units}</a>}
        actions={
          <LinkButton href={NEW_URL} kind="primary" icon="pen">
            {texts.plan}
          </LinkButton>
        }
      />
      <DataTable
        caption={texts.title}
        captionHidden
        columns={columns}
        rows={plans}
        rowKey={(plan) => String(plan.id)}
        rowHref={(plan) => planHref(plan.id)}
        empty={
          <EmptyState title={texts.none} icon="folder">
            {texts.noneHint}
          </EmptyState>
        }
      />
    </>
  );
}

const TONES = { planned: "info", "carrying-out": "warn", "carried-out": "ok", withdrawn: "neutral" } as const;

function PlanBadge({ plan, lang }: { readonly plan: Reorganisation; readonly lang: Lang }): VNode {
  return (
    <Badge
      label={reorganiseTexts(lang).states[plan.state]}
      tone={plan.stuck === null ? TONES[plan.state] : "danger"}
    />
  );
}
