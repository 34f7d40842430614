import { appointmentInForce } from "../../../kernel/verdict.ts";
import type { CaseState } from "../domain/case-state.ts";
import { mainSteps } from "../domain/steps.ts";
import type { StoryContext } from "./story-context.ts";

/** What still comes, in the order of every process: work, signature, return. Empty when nothing more will happen. */
export type NextStep = { readonly title: string; readonly at?: string };

export function nextSteps(state: CaseState, context: StoryContext): NextStep[] {
  // A group has no steps of its own: its cases tell theirs.
  if (state.group?.role === "parent") return [];
  const { texts, desk, deciding } = context;
  const words = texts.next;
  const due = appointmentInForce(state.clock);
  const back: NextStep = {
    title: {
      counter: words.giveBack(desk),
      post: words.giveBackByPost,
      electronic: words.giveBackElectronically,
    }[state.returnMethod],
    ...(due === undefined ? {} : { at: words.dueAt(context.moment(due)) }),
  };
  const sign: NextStep = { title: words.sign };
  const work: NextStep = { title: words.decide(deciding) };
  switch (state.status) {
    case 1:
      return [{ title: words.accept(desk) }, work, sign, back];
    case 2:
    case 5:
      return state.clock.startedAt === undefined
        ? [{ title: words.accept(desk) }, work, sign, back]
        : [work, sign, back];
    case 4:
    case 6:
      return beforeSigning(state) ? [sign, back] : [back];
    case 3:
    case 7:
    case 8:
    case 9:
    case 10:
      return [];
  }
}

function beforeSigning(state: CaseState): boolean {
  const steps = mainSteps(state);
  const signs = steps.some(({ work }) => work === "approve" || work === "issue" || work === "return");
  return steps.length > 0 && !signs;
}
