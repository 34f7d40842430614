import type { VNode } from "preact";
import { appointmentInForce } from "../../../kernel/verdict.ts";
import { StateBadge, Timeline, type TimelineItem } from "../../../ui/index.ts";
import { isFailure } from "../domain/group.ts";
import { groupTexts } from "../show-group/group-texts.ts";
import { headline } from "./headline.ts";
import type { StoryContext } from "./story-context.ts";
import { trackLinks } from "./track-links.ts";
import type { TrackedMember } from "./tracked-group.query.ts";
import { verdictSentence } from "./verdict-sentence.ts";

type Props = {
  readonly members: readonly TrackedMember[];
  /** The context of each member, by its key. */
  readonly contexts: ReadonlyMap<string, StoryContext>;
};

/** The cases of a group top to bottom, each with where it is and a way to it alone. */
export function GroupStory({ members, contexts }: Props): VNode | null {
  const [first] = members;
  const context = first && contexts.get(first.key);
  if (context === undefined) return null;
  const texts = groupTexts(context.lang);
  return (
    <>
      <h2>{texts.trackTitle}</h2>
      <Timeline
        label={texts.trackTitle}
        items={members.flatMap((member) => {
          const own = contexts.get(member.key);
          return own === undefined ? [] : [itemOf(member, members, own)];
        })}
      />
    </>
  );
}

function itemOf(member: TrackedMember, all: readonly TrackedMember[], context: StoryContext): TimelineItem {
  const { state, code, word, after, procedureName } = member;
  const texts = groupTexts(context.lang);
  const waits = state.status === 1 && after.length > 0;
  const names = after.map((key) => all.find((one) => one.key === key)?.procedureName ?? key);
  const due = appointmentInForce(state.clock);
  return {
    title: procedureName,
    at: code,
    ...(isFailure(state.status) ? { icon: "stop" as const } : {}),
    tone: isFailure(state.status) ? "danger" : state.result === undefined ? "info" : "ok",
    moment: waits ? "future" : state.clock.endedAt === undefined ? "now" : "past",
    body: (
      <>
        <p>
          <StateBadge state={state.status} />
        </p>
        <p>{waits ? texts.trackWaits(names.join(", ")) : headline(state, context)}</p>
        {due === undefined || state.clock.endedAt !== undefined ? null : (
          <p>{context.texts.next.dueAt(context.moment(due))}</p>
        )}
        {verdictSentence(state, context) === undefined ? null : (
          <p>{verdictSentence(state, context)?.text}</p>
        )}
        <p class="no-print">
          <a href={trackLinks(code, word, false).page}>{texts.trackChild}</a>
        </p>
      </>
    ),
  };
}
