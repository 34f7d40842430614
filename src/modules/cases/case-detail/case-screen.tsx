import type { VNode } from "preact";
import {
  DueChip,
  ErrorSummary,
  LinkButton,
  Notice,
  PageTitle,
  Panes,
  StateBadge,
  StepTrack,
  type TrackStep,
} from "../../../ui/index.ts";
import { mayAnswer } from "../answer-urge/answer-urge.ts";
import { controlSheetHref } from "../case-papers/paper-form.ts";
import { ActionsPane, type Choices } from "../do-with-case/actions-pane.tsx";
import type { TypedForm } from "../do-with-case/typed-form.ts";
import { mainSteps } from "../domain/steps.ts";
import { urgingsOf } from "../domain/urgings.ts";
import { GroupLink } from "../show-group/group-link.view.tsx";
import { refusalText, textsOf } from "../texts.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";
import { FactsPane } from "./facts-pane.tsx";
import { PapersPane } from "./papers-pane.tsx";
import { Remarks } from "./remarks-view.tsx";
import { StepsTable } from "./steps-table.tsx";
import { StoryView } from "./story-view.tsx";

type ScreenProps = {
  readonly view: CaseView;
  readonly choices: Choices;
  readonly typed: TypedForm | undefined;
};

/** A case on one screen: facts left, papers and story in the middle, what is lawful now on the right. */
export function CaseScreen({ view, choices, typed }: ScreenProps): VNode {
  const { lang, detail, due } = view;
  const { state } = detail;
  const texts = caseTexts(lang);
  return (
    <>
      {typed === undefined ? null : <Answer view={view} typed={typed} />}
      <Urged view={view} />
      <GroupLink state={state} lang={lang} />
      <Remarks view={view} />
      <PageTitle
        title={state.applicant.name}
        kicker={
          <>
            <span class="code">{state.code}</span> · {state.matter.procedureName}
          </>
        }
        lead={
          <>
            <DueChip {...due} /> {heldBy(view)}
          </>
        }
        badge={<StateBadge state={state.status} label={textsOf(lang).states[state.status]} />}
        actions={
          <LinkButton href={controlSheetHref(state.id)} icon="print" small>
            {texts.controlSheet}
          </LinkButton>
        }
      />
      <Panes
        across={state.group?.role === "parent" ? undefined : <StepTrack steps={track(view)} />}
        left={<FactsPane view={view} />}
        middle={
          <>
            <PapersPane view={view} />
            <h2>{texts.story}</h2>
            <StoryView view={view} actions={detail.actions} />
            <h2>{texts.steps}</h2>
            <StepsTable view={view} />
          </>
        }
        right={<ActionsPane view={view} choices={choices} typed={typed} />}
      />
    </>
  );
}

/** The urgings that wait for an answer, before all else; their holders find the form to answer first among the actions. */
function Urged({ view }: { readonly view: CaseView }): VNode {
  const { lang, detail, names } = view;
  const texts = caseTexts(lang);
  const { state, context } = detail;
  return (
    <>
      {urgingsOf(state).map((urge) => {
        const owed = state.open.some((step) => step.seq === urge.step && mayAnswer(step, context.who));
        const who = urge.officerId === undefined ? textsOf(lang).bySystem : names.officer(urge.officerId);
        const unit = urge.unitId === undefined ? undefined : names.shortUnit(urge.unitId);
        return (
          <Notice key={urge.step} tone="warn" icon="bell" title={owed ? texts.urgeOwed : texts.urgeWaits}>
            <p>{urge.text}</p>
            <p class="soft small">
              {unit === undefined ? who : textsOf(lang).officerOf(who, unit)}, {names.moment(urge.at)}
            </p>
          </Notice>
        );
      })}
    </>
  );
}

/** Who holds the case now, under its title. */
function heldBy({ lang, detail, names, stepName }: CaseView): string | undefined {
  const main = mainSteps(detail.state);
  const steps = main.length > 0 ? main : detail.state.open.slice(0, 1);
  const sentences = steps.map((step) => {
    const unit = names.unit(step.unitId);
    const who = step.officerId === undefined ? unit : `${names.officer(step.officerId)}, ${unit}`;
    return caseTexts(lang).heldBy(stepName(step), who);
  });
  return sentences.length === 0 ? undefined : sentences.join("; ");
}

/** The steps of the process and how far the case is. */
function track(view: CaseView): TrackStep[] {
  const { detail, process, lang, names, now } = view;
  const { state } = detail;
  const open = new Map(mainSteps(state).map((step) => [step.processStep, step]));
  return process.steps.map((step) => {
    const current = open.get(step.id);
    const label = textsOf(lang).works[step.work];
    if (current !== undefined) {
      const late = current.dueAt !== undefined && current.dueAt < now && state.clock.pausedAt === undefined;
      return { label, state: late ? "late" : "current", note: names.shortUnit(current.unitId) };
    }
    const done = state.done.findLast((candidate) => candidate.processStep === step.id);
    if (done === undefined) return { label, state: "next" };
    return { label, state: "done", note: names.shortUnit(done.unitId) };
  });
}

/** Why the page came back: fields to correct, a refusal, or what somebody else did meanwhile. */
function Answer({ view, typed }: { readonly view: CaseView; readonly typed: TypedForm }): VNode {
  const { lang, detail } = view;
  const texts = caseTexts(lang);
  const shared = textsOf(lang);
  if (typed.refusal === undefined) return <ErrorSummary errors={typed.errors} />;
  if (typed.refusal !== "changed-meanwhile") {
    return (
      <Notice tone="danger" live title={texts.refusedTitle(shared.verbs[typed.verb])}>
        <p>{refusalText(lang, typed.refusal, typed.detail)}</p>
      </Notice>
    );
  }
  const { seen } = typed;
  const since =
    seen === undefined ? detail.actions.slice(-1) : detail.actions.filter((action) => action.seq > seen);
  return (
    <Notice tone="warn" live title={texts.conflictTitle}>
      <p>{texts.conflict}</p>
      <StoryView view={view} actions={since} />
    </Notice>
  );
}
