import { toLocalIso } from "../../../kernel/time.ts";
import { DueChip, type TimelineItem } from "../../../ui/index.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { isMain } from "../domain/evolve.ts";
import { isWork, mainSteps } from "../domain/steps.ts";
import { ItemList } from "./item-list.tsx";
import { nextSteps } from "./next-steps.ts";
import { type PastEvent, pastEvents } from "./past-events.ts";
import type { StoryContext } from "./story-context.ts";
import { timeLeft } from "./time-left.ts";
import type { TrackedCase } from "./track-case.query.ts";
import type { TrackLinks } from "./track-links.ts";

/** The whole story top to bottom: what happened, what is now, what comes. */
export function storyItems(
  { state, actions }: TrackedCase,
  context: StoryContext,
  links: TrackLinks,
): TimelineItem[] {
  const past = pastEvents(actions, context);
  const lastDated = past.findLast((event) => event.datedHere);
  return [
    ...past.map((event) => pastItem(event, context, event === lastDated ? links : undefined)),
    ...nowItem(state, context),
    ...nextSteps(state, context).map(
      (step): TimelineItem => ({ title: step.title, at: step.at, moment: "future" }),
    ),
  ];
}

function pastItem(event: PastEvent, context: StoryContext, links: TrackLinks | undefined): TimelineItem {
  return {
    title: event.title,
    at: context.moment(event.at),
    iso: toLocalIso(event.at),
    icon: event.icon,
    tone: event.tone,
    ...(event.notes.length === 0 && event.items === undefined ? {} : { body: body(event, context, links) }),
  };
}

function body({ items = [], notes }: PastEvent, { texts }: StoryContext, links: TrackLinks | undefined) {
  return (
    <>
      <ItemList items={items} />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {links === undefined ? null : (
        <p class="no-print">
          <a href={links.explain}>{texts.story.why}</a>
        </p>
      )}
    </>
  );
}

/** Who works on the case now, the main work first; beside it what runs along, such as an opinion. */
function nowItem(state: CaseState, context: StoryContext): TimelineItem[] {
  const steps = visible(
    mainSteps(state),
    state.open.filter((step) => !isMain(step)),
  );
  const [first, ...others] = steps;
  if (first === undefined) return [];
  const left = timeLeft(state, context);
  return [
    {
      title: sentence(first, context),
      at: context.texts.story.since(context.moment(first.openedAt)),
      iso: toLocalIso(first.openedAt),
      moment: "now",
      body: (
        <>
          {others.map((step) => (
            <p key={step.seq}>{sentence(step, context)}</p>
          ))}
          {left === undefined ? null : <DueChip lateness={left.lateness} text={left.text} />}
        </>
      ),
    },
  ];
}

/** While the applicant is waited for, the waiting is what is now. Whether papers are missing is decided inside first. */
function visible(main: readonly OpenStep[], side: readonly OpenStep[]): OpenStep[] {
  const told = side.filter((step) => step.work !== "ask-supplement");
  const waiting = told.find((step) => step.work === "await-payment" || step.work === "await-supplement");
  // A payment that the process does not foresee lets its steps rest.
  if (waiting !== undefined) return [waiting, ...told.filter((step) => step !== waiting)];
  // Work before opinions and what is awaited.
  return [...main.filter(isWork), ...main.filter((step) => !isWork(step)), ...told];
}

function sentence(step: OpenStep, context: StoryContext): string {
  return context.texts.doing[step.work](context.unit(step.unitId));
}
