import type { VNode } from "preact";
import { toLocalIso } from "../../../kernel/time.ts";
import {
  Actions,
  DueChip,
  LinkButton,
  Notice,
  PageTitle,
  PrintLink,
  StateBadge,
  SummaryList,
  Timeline,
} from "../../../ui/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import { citizenFacts } from "./citizen-facts.ts";
import { type CitizenNotice, citizenNotices } from "./citizen-notices.ts";
import { headline } from "./headline.ts";
import { ItemList } from "./item-list.tsx";
import type { StoryContext } from "./story-context.ts";
import { storyItems } from "./story-items.tsx";
import { timeLeft } from "./time-left.ts";
import type { TrackedCase } from "./track-case.query.ts";
import type { TrackLinks } from "./track-links.ts";
import { verdictSentence } from "./verdict-sentence.ts";

type CaseViewProps = {
  readonly tracked: TrackedCase;
  readonly context: StoryContext;
  readonly links: TrackLinks;
  /** The cases of a group, where it is one. */
  readonly group?: VNode;
};

/** A case as its applicant reads it: where it is, what to do, what happened and comes, the facts. */
export function CaseView({ tracked, context, links, group }: CaseViewProps): VNode {
  const { state, actions } = tracked;
  const { texts } = context;
  const notices = citizenNotices(state, actions, context);
  return (
    <>
      <PageTitle
        title={headline(state, context)}
        kicker={
          <>
            {state.matter.procedureName} · <span class="code">{state.code}</span>
          </>
        }
      />
      <p>
        <StateBadge state={state.status} /> <Standing state={state} context={context} />
      </p>
      {notices.map((notice) => (
        <NoticeBox key={notice.title} notice={notice} />
      ))}
      {notices.length === 0 && waits(state) ? <p>{texts.now.nothing(context.who)}</p> : null}
      {state.status === 10 ? <Rating state={state} context={context} links={links} /> : null}
      {group}
      <h2>{texts.story.title}</h2>
      <Timeline label={texts.story.title} items={storyItems(tracked, context, links)} />
      <h2>{texts.facts.title}</h2>
      <SummaryList items={citizenFacts(state, context)} />
      <Actions>
        {links.receipt === undefined ? null : (
          <LinkButton href={links.receipt} icon="file">
            {texts.story.receipt}
          </LinkButton>
        )}
        {state.clock.startedAt === undefined ? null : (
          <LinkButton href={links.explain} icon="calendar">
            {texts.story.why}
          </LinkButton>
        )}
        <PrintLink />
      </Actions>
      <p class="soft no-print">{texts.keepLink}</p>
    </>
  );
}

const waits = (state: CaseState): boolean => state.status === 1 || state.status === 2 || state.status === 4;

/** Against the appointment: what is left, or how the promise was kept. */
function Standing({
  state,
  context,
}: Omit<CaseViewProps, "tracked" | "links" | "group"> & { readonly state: CaseState }) {
  const left = timeLeft(state, context);
  if (left !== undefined) {
    const { lateness, text, dueAt } = left;
    // The headline tells how much is left; here stands the date itself.
    const due = dueAt === undefined ? text : context.texts.next.dueAt(context.moment(dueAt));
    return (
      <DueChip lateness={lateness} text={due} iso={dueAt === undefined ? undefined : toLocalIso(dueAt)} />
    );
  }
  const verdict = verdictSentence(state, context);
  return verdict === undefined ? null : (
    <DueChip lateness={verdict.met ? "met" : "missed"} text={verdict.text} />
  );
}

function NoticeBox({ notice }: { readonly notice: CitizenNotice }): VNode {
  return (
    <Notice tone={notice.tone} title={notice.title}>
      <ItemList items={notice.items ?? []} />
      {notice.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

type RatingProps = {
  readonly state: CaseState;
  readonly context: StoryContext;
  readonly links: TrackLinks;
};

function Rating({ state, context, links }: RatingProps): VNode {
  const words = context.texts.now;
  if (state.rated !== undefined) return <p>{words.rated[state.rated]}</p>;
  return (
    <div class="no-print">
      <LinkButton href={links.rate} kind="primary" icon="chat">
        {words.rate}
      </LinkButton>
      <p class="soft">{words.rateLead}</p>
    </div>
  );
}
