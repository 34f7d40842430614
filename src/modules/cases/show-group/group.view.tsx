import type { VNode } from "preact";
import type { Instant, Lang } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  type Column,
  DataTable,
  DueChip,
  ErrorSummary,
  type FormError,
  LinkButton,
  Notice,
  PageTitle,
  StateBadge,
} from "../../../ui/index.ts";
import { paperHref } from "../case-papers/paper-form.ts";
import type { CaseState } from "../domain/case-state.ts";
import { isFailure } from "../domain/group.ts";
import { type DueView, dueView, verdictView } from "../due-view.ts";
import type { Names } from "../names.ts";
import { verdictOf } from "../projection.ts";
import { textsOf } from "../texts.ts";
import { DecisionForm } from "./decision-form.view.tsx";
import { groupTexts } from "./group-texts.ts";
import type { GroupView, MemberView } from "./group-view.query.ts";

export type GroupPageProps = {
  readonly lang: Lang;
  readonly view: GroupView;
  readonly names: Names;
  readonly now: Instant;
  calendarOf(unitId: number): WorkingCalendar;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** A group for officers: how it stands as a whole, each of its cases, and what its owner must decide. */
export function GroupPageView(props: GroupPageProps): VNode {
  const { lang, view, names, errors } = props;
  const { parent } = view;
  const texts = groupTexts(lang);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={parent.applicant.name}
        kicker={
          <>
            {texts.kicker} <span class="code">{parent.code}</span> · {parent.matter.procedureName}
          </>
        }
        lead={
          <>
            <DueChip {...due(parent, props)} /> {texts.owner(names.unit(parent.receivingUnitId))}
          </>
        }
        badge={<StateBadge state={parent.status} label={textsOf(lang).states[parent.status]} />}
        actions={
          <>
            <LinkButton href={paperHref(parent.id, 1)} icon="print" small>
              {texts.receipt}
            </LinkButton>
            <LinkButton href={`/officer/cases/${parent.id}`} small>
              {texts.open}
            </LinkButton>
          </>
        }
      />
      {view.failedJustNow ? <Notice tone="warn">{texts.justFailed}</Notice> : null}
      {view.undecided.length > 0 ? <DecisionForm {...props} /> : null}
      <DataTable
        caption={texts.members}
        columns={columns(props)}
        rows={view.members}
        rowKey={(member) => member.caseId}
        rowHref={(member) => `/officer/cases/${member.caseId}`}
        rowMark={(member) => (isFailure(member.state.status) ? "late" : undefined)}
        empty={null}
      />
    </>
  );
}

function columns(props: GroupPageProps): readonly Column<MemberView>[] {
  const { lang, view, names } = props;
  const texts = groupTexts(lang);
  const decided = view.members.some(({ progress }) => progress.decided !== undefined);
  return [
    { key: "procedure", label: texts.procedure, primary: true, cell: (one) => one.procedureName },
    { key: "code", label: texts.code, kind: "code", cell: (one) => one.code },
    {
      key: "state",
      label: texts.state,
      cell: ({ state }) => <StateBadge state={state.status} label={textsOf(lang).states[state.status]} />,
    },
    { key: "unit", label: texts.decides, cell: ({ state }) => names.shortUnit(state.decidingUnitId) },
    { key: "begins", label: texts.begins, cell: (one) => begins(one, view, lang) },
    { key: "due", label: texts.memberDue, cell: ({ state }) => <MemberDue state={state} props={props} /> },
    ...(decided
      ? [
          {
            key: "decision",
            label: texts.decision,
            cell: ({ progress: { decided: word, reason } }: MemberView) =>
              word === undefined ? "" : `${texts.decided[word]}: ${reason ?? ""}`,
          },
        ]
      : []),
  ];
}

/** "ngay", or after which others. */
function begins({ after }: MemberView, { members }: GroupView, lang: Lang): string {
  const texts = groupTexts(lang);
  const names = after.map((key) => members.find((one) => one.key === key)?.procedureName ?? key);
  return names.length === 0 ? texts.begun : texts.waitsFor(names.join(", "));
}

function MemberDue({ state, props }: { readonly state: CaseState; readonly props: GroupPageProps }) {
  return state.clock.startedAt === undefined || isFailure(state.status) ? null : (
    <DueChip {...due(state, props)} />
  );
}

function due(state: CaseState, { lang, now, calendarOf }: GroupPageProps): DueView {
  if (state.finishedAt !== undefined) return verdictView(lang, verdictOf(state), state.finishedAt);
  return dueView(lang, {
    dueAt: state.clock.endedAt === undefined ? state.clock.dueAt : undefined,
    now,
    calendar: calendarOf(state.decidingUnitId),
    status: state.status,
    paused: state.clock.pausedAt !== undefined,
  });
}
