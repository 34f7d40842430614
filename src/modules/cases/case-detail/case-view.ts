import type { Instant, Lang } from "../../../kernel/time.ts";
import type { Actor } from "../../../platform/permission.ts";
import type { ProcessDefinition } from "../../processes/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { consumptionFor } from "../consumption-for.ts";
import type { Consumption } from "../domain/consumption.ts";
import { type DueView, dueView, verdictView } from "../due-view.ts";
import { type Names, namesFor } from "../names.ts";
import { verdictOf } from "../projection.ts";
import { textsOf } from "../texts.ts";
import type { CaseDetail } from "./case-detail.query.ts";
import { type StepLine, stepHistory } from "./step-history.ts";

type Officer = Actor & { readonly kind: "officer" };

/** Everything the case screen draws, made before drawing. */
export type CaseView = {
  readonly lang: Lang;
  readonly now: Instant;
  readonly actor: Officer;
  readonly detail: CaseDetail;
  readonly names: Names;
  readonly process: ProcessDefinition;
  readonly steps: readonly StepLine[];
  readonly consumption: Consumption;
  readonly due: DueView;
  /** The name of a step: from the process, or its kind for side work. */
  stepName(step: { readonly processStep: string; readonly work: StepLine["work"] }): string;
};

export async function caseView(
  deps: CasesDeps,
  lang: Lang,
  actor: Officer,
  detail: CaseDetail,
): Promise<CaseView> {
  const { state, actions, context } = detail;
  const process = await deps.process(state.matter.processId);
  const consumption = await consumptionFor(deps, actions, context.now);
  return {
    lang,
    now: context.now,
    actor,
    detail,
    names: namesFor(deps, lang),
    process,
    steps: stepHistory(actions, context.process, context.calendar, context.now, consumption),
    consumption,
    due: dueOf(lang, detail),
    stepName(step) {
      const known = process.steps.find((candidate) => candidate.id === step.processStep);
      return (lang === "vi" ? known?.name : known?.nameEn) ?? textsOf(lang).works[step.work];
    },
  };
}

function dueOf(lang: Lang, { state, context }: CaseDetail): DueView {
  if (state.finishedAt !== undefined) return verdictView(lang, verdictOf(state), state.finishedAt);
  return dueView(lang, {
    dueAt: state.clock.endedAt === undefined ? state.clock.dueAt : undefined,
    now: context.now,
    calendar: context.calendar,
    status: state.status,
    paused: state.clock.pausedAt !== undefined,
  });
}
