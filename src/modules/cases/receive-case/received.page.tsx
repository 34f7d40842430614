import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { isUuid } from "../../../kernel/ids.ts";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import {
  CardGrid,
  Icon,
  LinkButton,
  PageTitle,
  StateBadge,
  StatFigure,
  SummaryList,
} from "../../../ui/index.ts";
import { type CaseDetail, caseDetail } from "../case-detail/case-detail.query.ts";
import { paperFormOf, paperHref } from "../case-papers/paper-form.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { deskHref } from "./desk-form.view.tsx";
import { receiveTexts } from "./receive-texts.ts";

/** GET /officer/cases/:id/received: the code, the appointment, the paper to print, and on to the next person. */
export function receivedPage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Params: { id: string } }>(
    "/officer/cases/:id/received",
    { config: { access: "case.receive" } },
    async (request, reply) => {
      const { id } = request.params;
      const detail = isUuid(id) ? await caseDetail(deps, request.actor, id) : undefined;
      if (detail === undefined || (!detail.ok && detail.refusal === "case-not-found")) {
        reply.callNotFound();
        return reply;
      }
      if (!detail.ok) throw new AccessDenied("not-permitted");
      const title = titleOf(detail.value, request.lang);
      const decides = deps.directory.unit(detail.value.state.decidingUnitId).name;
      const body = view(detail.value, title, decides, request.lang);
      return deps.frame.officer(request, reply, { title, active: "receive", body });
    },
  );
}

function titleOf({ state, actions }: CaseDetail, lang: Lang): string {
  const texts = receiveTexts(lang).done;
  if (actions.at(-1)?.data.type === "procedure-changed") return texts.titleChanged;
  switch (state.status) {
    case 3:
      return texts.titleRefused;
    case 5:
      return texts.titleSupplement;
    case 10:
      return texts.titleReturned;
    default:
      return texts.title;
  }
}

function view({ state, actions }: CaseDetail, title: string, decides: string, lang: Lang): VNode {
  const texts = receiveTexts(lang).done;
  const printed = actions.findLast((action) => paperFormOf(action.data.type) !== undefined);
  const form = printed && paperFormOf(printed.data.type);
  const label = state.status === 10 ? texts.printOnRequest : form && texts.print[form];
  const ended = state.status === 3 || state.status === 10;
  const dueAt = state.clock.dueAt;
  const next = deskHref(state.matter.procedureCode, state.status === 10 ? "at-once" : "later");
  return (
    <>
      <PageTitle title={title} badge={<StateBadge state={state.status} />} />
      <CardGrid>
        <StatFigure value={state.code} label={texts.code} tone={state.status === 3 ? "danger" : "ok"} />
        {ended || state.status === 5 ? null : (
          <StatFigure
            value={dueAt === undefined ? texts.noAppointment : formatDateTime(dueAt, lang)}
            label={texts.appointment}
          />
        )}
      </CardGrid>
      <div class="acts">
        {printed === undefined ? null : (
          <a
            class={state.status === 10 ? "button" : "button primary"}
            href={paperHref(state.id, printed.seq)}
            target="_blank"
            rel="noopener"
          >
            <Icon name="print" />
            <span>
              {label}
              <span class="hush"> ({texts.newTab})</span>
            </span>
          </a>
        )}
        <a class="button" href={next} data-take-focus>
          <Icon name="stamp" />
          <span>{texts.nextSame}</span>
        </a>
        <LinkButton href="/officer/receive">{texts.nextOther}</LinkButton>
        <LinkButton href={`/officer/cases/${state.id}`} kind="ghost">
          {texts.open}
        </LinkButton>
      </div>
      <SummaryList
        items={[
          { label: texts.applicant, value: state.applicant.name },
          { label: texts.procedure, value: state.matter.variantName ?? state.matter.procedureName },
          { label: texts.decides, value: decides },
          {
            label: texts.received,
            value: formatDateTime(state.receivedAt ?? state.registeredAt, lang),
          },
          ...(state.result === undefined ? [] : [{ label: texts.result, value: state.result.number }]),
        ]}
      />
    </>
  );
}
