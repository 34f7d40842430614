import type { Lang } from "../../../kernel/time.ts";
import type { DiagramEdge, DiagramNode } from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import type { DraftStep } from "../domain/process.ts";
import { budgetText, conditionText, stepName, textsOf, unitText } from "../texts.ts";

export type Picture = { readonly nodes: readonly DiagramNode[]; readonly edges: readonly DiagramEdge[] };

/** What a run of the process adds to a step: how it went, and a note in place of its budget. */
export type StepMark = {
  readonly state: NonNullable<DiagramNode["state"]>;
  readonly note?: string | undefined;
};

/** The boxes and arrows of a process, published or not; arrows to steps that are not there are left out. */
export function pictureOf(
  steps: readonly DraftStep[],
  directory: Directory,
  lang: Lang,
  marks: ReadonlyMap<string, StepMark> = new Map(),
): Picture {
  const joins = new Set(steps.flatMap(({ then }) => (then?.kind === "parallel" ? [then.join] : [])));
  return {
    nodes: steps.map((step, index) => {
      const mark = marks.get(step.id);
      const isLast = step.then === undefined ? index === steps.length - 1 : step.then.kind === "end";
      return {
        id: step.id,
        label: `${index + 1}. ${stepName(step, lang)}`,
        lane: unitText(step.unit, directory, lang),
        note: mark?.note ?? noteOf(step, lang),
        isDashed: step.uncounted !== undefined,
        state: mark?.state,
        gate: step.then?.kind === "choice" ? "choice" : step.then?.kind === "parallel" ? "fork" : undefined,
        isJoin: joins.has(step.id),
        isEnd: isLast,
      };
    }),
    edges: steps.flatMap((step, index) => edgesOf(step, steps[index + 1]?.id, lang)),
  };
}

function noteOf(step: DraftStep, lang: Lang): string {
  const texts = textsOf(lang);
  const time = step.budgetMinutes === 0 ? "" : budgetText(step.budgetMinutes, lang);
  const parts = [texts.posts[step.post], time, step.uncounted === undefined ? "" : texts.clockStands];
  return parts.filter((part) => part !== "").join(" · ");
}

function edgesOf(step: DraftStep, below: string | undefined, lang: Lang): readonly DiagramEdge[] {
  const from = step.id;
  const flow = step.then;
  if (flow === undefined) return below === undefined ? [] : [{ from, to: below }];
  switch (flow.kind) {
    case "to":
      return [{ from, to: flow.step }];
    case "choice":
      return [
        ...flow.branches.map(({ when, to }) => ({ from, to, label: conditionText(when, lang) })),
        { from, to: flow.otherwise, label: textsOf(lang).otherwise },
      ];
    case "parallel":
      return flow.branches.map((to) => ({ from, to }));
    case "end":
      return [];
  }
}
