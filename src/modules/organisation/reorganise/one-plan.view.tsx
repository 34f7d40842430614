import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDate, formatDateTime, type Lang } from "../../../kernel/time.ts";
import type { JobRun } from "../../../platform/job-run.ts";
import {
  Button,
  CardGrid,
  Explain,
  Form,
  LinkButton,
  Notice,
  PageTitle,
  ProgressBar,
  StatFigure,
  SummaryList,
  TextArea,
} from "../../../ui/index.ts";
import { PlaceFields } from "./place-fields.view.tsx";
import type { PlanPreview } from "./preview.ts";
import { PreviewView } from "./preview.view.tsx";
import { tableOf } from "./read-rows.ts";
import { unsureHref } from "./reorganisation-effects.ts";
import type { Reorganisation } from "./reorganisations.query.ts";
import { planHref, REORGANISATIONS_URL } from "./reorganise-page-deps.ts";
import { reorganiseTexts, stuckText } from "./texts.ts";

type Props = {
  readonly plan: Reorganisation;
  readonly lang: Lang;
  /** While it waits for its day. */
  readonly preview: PlanPreview | undefined;
  readonly followed: { readonly handed: number; readonly unsure: number };
  readonly run: JobRun | undefined;
  readonly plannedBy: string | undefined;
  readonly workName: (work: string) => string;
  readonly fault: string | undefined;
  readonly typed: string;
  /** Where posts should go, of a form that came back. */
  readonly chosen: readonly string[];
};

/** One re-organisation: what it is, how far it is, what it would do or did. */
export function OnePlanView(props: Props): VNode {
  const { plan, lang, preview } = props;
  const texts = reorganiseTexts(lang);
  return (
    <>
      <PageTitle
        title={plan.decision}
        lead={plan.reason}
        kicker={<a href={REORGANISATIONS_URL}>{texts.back}</a>}
      />
      {props.fault === undefined ? null : (
        <Notice tone="danger" live>
          <p>{props.fault}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { label: texts.effectiveOn, value: formatDate(plan.effectiveOn) },
          { label: texts.state, value: texts.states[plan.state] },
          { label: texts.one.plannedAt, value: formatDateTime(plan.plannedAt, lang) },
          ...(props.plannedBy === undefined ? [] : [{ label: texts.one.plannedBy, value: props.plannedBy }]),
        ]}
      />
      <Standing {...props} />
      {preview === undefined || preview.toPlace.length === 0 ? null : (
        <Form action={`${planHref(plan.id)}/place`}>
          <PlaceFields lang={lang} preview={preview} chosen={props.chosen} />
          <Button kind="primary" icon="check">
            {texts.one.place}
          </Button>
        </Form>
      )}
      {preview === undefined ? null : <PreviewView preview={preview} lang={lang} workName={props.workName} />}
      <Explain summary={texts.one.rows}>
        <pre class="code scroll" tabIndex={0}>
          {tableOf(plan.rows)}
        </pre>
      </Explain>
      {plan.state === "planned" ? (
        <Form action={`${planHref(plan.id)}/withdraw`}>
          <TextArea
            name="reason"
            label={texts.one.withdrawReason}
            rows={2}
            maxLength={1000}
            value={props.typed}
          />
          <Button kind="danger">{texts.one.withdraw}</Button>
        </Form>
      ) : null}
    </>
  );
}

function Standing({ plan, lang, preview, followed, run }: Props): VNode {
  const { one } = reorganiseTexts(lang);
  const count = groupThousands;
  switch (plan.state) {
    case "planned":
      return plan.stuck === null ? (
        <Notice tone="info">
          <p>{one.planned(formatDate(plan.effectiveOn))}</p>
        </Notice>
      ) : (
        <Notice tone="danger">
          <p>
            {(preview?.toPlace.length ?? 0) > 0
              ? one.toPlace(stuckText(lang, plan.stuck))
              : one.stuck(stuckText(lang, plan.stuck))}
          </p>
        </Notice>
      );
    case "withdrawn":
      return (
        <Notice tone="neutral">
          <p>{one.withdrawn(formatDateTime(plan.withdrawnAt ?? 0, lang), plan.withdrawnReason ?? "")}</p>
        </Notice>
      );
    case "carrying-out":
    case "carried-out":
      return (
        <>
          {plan.state === "carried-out" ? (
            <Notice tone="ok">
              <p>{one.done(formatDateTime(plan.doneAt ?? 0, lang))}</p>
            </Notice>
          ) : (
            <>
              <ProgressBar
                label={one.running}
                value={run?.done ?? 0}
                max={Math.max(1, run?.total ?? 1)}
                text={one.progress(count(run?.done ?? 0), count(run?.total ?? 0))}
              />
              <LinkButton href={planHref(plan.id)}>{one.refresh}</LinkButton>
            </>
          )}
          <CardGrid>
            <StatFigure value={count(followed.handed)} label={one.followed} />
            <StatFigure
              value={count(followed.unsure)}
              label={one.unsure}
              tone={followed.unsure > 0 ? "warn" : undefined}
              {...(followed.unsure > 0 ? { href: unsureHref(plan.id) } : {})}
            />
          </CardGrid>
        </>
      );
  }
}
