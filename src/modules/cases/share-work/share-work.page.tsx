import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import { POST_KINDS, type PostKind, unitsFor } from "../../../platform/permission.ts";
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageTitle,
} from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { unitName } from "../workload/workload.page.tsx";
import { AUTOMATIC_URL, SHARE_URL, WORKLOAD_URL, workloadTexts } from "../workload/workload-texts.ts";
import { planShare, type SharePlan } from "./plan-share.ts";
import { setSharing } from "./share-setting.ts";
import { shareWork } from "./share-work.ts";

const ACCESS = { config: { access: "case.share-work" } } as const;
type Where = { readonly unitId: number; readonly post: PostKind };

/** GET …/share?unit=&post=: who would get what. POST: that very plan, or the new one to look at. POST …/automatic. */
export function shareWorkPages(app: FastifyInstance, deps: CasesDeps): void {
  const draw = async (request: FastifyRequest, reply: FastifyReply, where: Where, changed = false) => {
    const texts = workloadTexts(request.lang).preview;
    const post = workloadTexts(request.lang).posts[where.post];
    const title = texts.title(post, unitName(deps, where.unitId, request.lang));
    const plan = await planShare(deps, where.unitId, where.post);
    return deps.frame.officer(request, reply, {
      title,
      active: "workload",
      ...(changed ? { status: 409 } : {}),
      body: (
        <Preview lang={request.lang} deps={deps} where={where} title={title} plan={plan} changed={changed} />
      ),
    });
  };

  app.get<{ Querystring: { unit?: string; post?: string } }>(SHARE_URL, ACCESS, (request, reply) => {
    const where = whereOf(request.query.unit, request.query.post);
    if (where === undefined || !unitsFor(request.actor, "case.share-work").includes(where.unitId))
      return reply.redirect(WORKLOAD_URL, 303);
    return draw(request, reply, where);
  });

  app.post(SHARE_URL, ACCESS, async (request, reply) => {
    const values = formValues(request.body);
    const one = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
    const where = whereOf(one("unitId"), one("post"));
    if (where === undefined || request.actor.kind !== "officer") return reply.redirect(WORKLOAD_URL, 303);
    const shared = await shareWork(deps, request.actor, {
      ...where,
      mark: one("mark"),
      at: Number(one("at")),
    });
    if (!shared.ok && shared.refusal === "changed-meanwhile") return draw(request, reply, where, true);
    if (shared.ok)
      leaveFlash(reply, workloadTexts(request.lang).flash.shared(shared.value.given, shared.value.asked));
    return reply.redirect(`${WORKLOAD_URL}?unit=${where.unitId}`, 303);
  });

  app.post(AUTOMATIC_URL, ACCESS, async (request, reply) => {
    const form = parseForm(setSharing.input, formValues(request.body));
    if (!form.ok) return reply.redirect(WORKLOAD_URL, 303);
    const set = await runCommand(deps, request.actor, setSharing, form.value);
    const { flash } = workloadTexts(request.lang);
    if (set.ok) leaveFlash(reply, form.value.automatic === "yes" ? flash.on : flash.off);
    return reply.redirect(`${WORKLOAD_URL}?unit=${form.value.unitId}`, 303);
  });
}

function whereOf(unit: string | undefined, post: string | undefined): Where | undefined {
  const kind = POST_KINDS.find((one) => one === post);
  return kind === undefined || !/^\d{1,9}$/.test(unit ?? "")
    ? undefined
    : { unitId: Number(unit), post: kind };
}

type PreviewProps = {
  readonly lang: Lang;
  readonly deps: Pick<CasesDeps, "directory">;
  readonly where: Where;
  readonly title: string;
  readonly plan: SharePlan;
  readonly changed: boolean;
};

function Preview({ lang, deps, where, title, plan, changed }: PreviewProps): VNode {
  const all = workloadTexts(lang);
  const texts = all.preview;
  const name = (id: number) => deps.directory.officerName(id);
  const back = `${WORKLOAD_URL}?unit=${where.unitId}`;
  const given = plan.shares.length;
  return (
    <>
      <PageTitle
        title={title}
        lead={texts.lead(given, plan.officers.length)}
        kicker={<a href={back}>{texts.back}</a>}
      />
      {changed ? <Notice tone="warn" title={texts.changed} live /> : null}
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={[
          { key: "officer", label: all.officer, primary: true, cell: (row) => name(row.officerId) },
          { key: "open", label: all.open, kind: "number", cell: (row) => row.before.open },
          { key: "given", label: texts.given, kind: "number", cell: (row) => row.given },
          {
            key: "before",
            label: texts.before,
            kind: "number",
            cell: (row) => all.hours(row.before.minutes),
          },
          { key: "after", label: texts.after, kind: "number", cell: (row) => all.hours(row.minutesAfter) },
        ]}
        rows={given === 0 ? [] : plan.officers}
        rowKey={(row) => String(row.officerId)}
        empty={
          <EmptyState title={texts.none} icon="check-circle">
            {texts.noneHint}
          </EmptyState>
        }
      />
      {plan.absent.length === 0 ? null : <p>{texts.absent(plan.absent.map(name).join(", "))}</p>}
      {given === 0 || plan.free === given ? null : <p>{texts.rest(plan.free - given)}</p>}
      {given === 0 ? null : (
        <Form action={SHARE_URL}>
          <input type="hidden" name="unitId" value={where.unitId} />
          <input type="hidden" name="post" value={where.post} />
          <input type="hidden" name="mark" value={plan.mark} />
          <input type="hidden" name="at" value={plan.at} />
          <Actions>
            <Button kind="primary">{texts.confirm(given)}</Button>
            <LinkButton href={back} kind="ghost">
              {lang === "vi" ? "Thôi" : "Cancel"}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </>
  );
}
