import type { VNode } from "preact";
import { formatDate, formatDateTime, toLocalIso } from "../../../kernel/time.ts";
import { type IconName, Timeline, type TimelineItem, type Tone } from "../../../ui/index.ts";
import { paperFormOf, paperHref } from "../case-papers/paper-form.ts";
import type { ActionType, CaseAction } from "../domain/case-action.ts";
import { isMain } from "../domain/evolve.ts";
import { inPlaceWords } from "../stand-in-words.ts";
import { itemsOf, reasonOf, storySentence } from "../story.ts";
import { textsOf } from "../texts.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";

/** What happened to the case, newest first, as sentences: who, in which unit, when, what, why, with which paper. */
export function StoryView(props: {
  readonly view: CaseView;
  readonly actions: readonly CaseAction[];
}): VNode {
  const { view, actions } = props;
  return (
    <Timeline
      label={caseTexts(view.lang).story}
      items={actions.toReversed().map((action) => storyItem(view, action))}
    />
  );
}

function storyItem(view: CaseView, action: CaseAction): TimelineItem {
  const { lang, names } = view;
  const look = LOOKS[action.data.type];
  return {
    title: storySentence(textsOf(lang).story, action.data, names),
    at: formatDateTime(action.at, lang),
    iso: toLocalIso(action.at),
    by: doer(view, action),
    body: <Why view={view} action={action} />,
    icon: look.icon,
    ...(look.tone === undefined ? {} : { tone: look.tone }),
  };
}

function doer({ lang, names }: CaseView, { by, data }: CaseAction): string {
  const texts = textsOf(lang);
  const name =
    by.kind === "officer" && by.id !== undefined
      ? names.officer(by.id)
      : by.kind === "public"
        ? texts.byPublic
        : texts.bySystem;
  const doer = by.unitId === undefined ? name : texts.officerOf(name, names.shortUnit(by.unitId));
  return by.inPlaceOf === undefined
    ? doer
    : `${doer}, ${inPlaceWords(lang, data, names.officer(by.inPlaceOf))}`;
}

function Why({ view, action }: { readonly view: CaseView; readonly action: CaseAction }): VNode | null {
  const texts = caseTexts(view.lang);
  const { data } = action;
  const reason = reasonOf(data);
  const items = itemsOf(data);
  const next = action.opened?.filter(isMain) ?? [];
  const silent = action.closed?.some((step) => step.outcome === "silent-consent") ?? false;
  const form = paperFormOf(data.type);
  const files = data.type === "result-issued" && data.title !== "" ? data.title : undefined;
  if (reason === undefined && items.length === 0 && next.length === 0 && form === undefined && !files)
    return null;
  return (
    <>
      {files === undefined ? null : <p>{files}</p>}
      {reason === undefined ? null : <p>{reason}</p>}
      {items.length === 0 ? null : (
        <div class="prose">
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
      {silent && data.type !== "opinion-silent" ? <p>{texts.outcomes["silent-consent"]}</p> : null}
      {next.map((step) => (
        <p class="soft" key={step.seq}>
          {texts.forWhom(view.stepName(step), view.names.shortUnit(step.unitId))}
          {step.evidence === undefined
            ? ""
            : `, ${texts.sentBy(step.evidence.number, formatDate(step.evidence.date))}`}
        </p>
      ))}
      {form === undefined ? null : (
        <p>
          <a href={paperHref(action.caseId, action.seq)}>{texts.paperOfAction[form]}</a>
        </p>
      )}
    </>
  );
}

const LOOKS: Record<ActionType, { readonly icon: IconName; readonly tone?: Tone }> = {
  registered: { icon: "inbox" },
  received: { icon: "stamp", tone: "info" },
  accepted: { icon: "stamp", tone: "info" },
  refused: { icon: "stop", tone: "danger" },
  "passed-on": { icon: "arrow-right" },
  "sent-back": { icon: "arrow-left", tone: "warn" },
  assigned: { icon: "user" },
  released: { icon: "inbox" },
  "opinion-asked": { icon: "chat" },
  "opinion-given": { icon: "chat" },
  "opinion-silent": { icon: "clock", tone: "info" },
  "wait-ended": { icon: "inbox", tone: "info" },
  "supplement-proposed": { icon: "file" },
  "supplement-declined": { icon: "cross" },
  "supplement-allowed": { icon: "check", tone: "warn" },
  "supplement-requested": { icon: "pause", tone: "paused" },
  "supplement-completed": { icon: "check", tone: "info" },
  "supplement-lapsed": { icon: "stop", tone: "danger" },
  "financial-duty-noted": { icon: "money", tone: "paused" },
  "financial-duty-paid": { icon: "money", tone: "info" },
  withdrawn: { icon: "arrow-left" },
  stopped: { icon: "stop" },
  "procedure-changed": { icon: "folder", tone: "warn" },
  "result-drafted": { icon: "pen" },
  "result-approved": { icon: "check", tone: "ok" },
  "result-issued": { icon: "stamp", tone: "ok" },
  "decided-by-silence": { icon: "stamp", tone: "warn" },
  "group-progressed": { icon: "folder" },
  "group-decided": { icon: "folder", tone: "warn" },
  "group-completed": { icon: "check-circle", tone: "ok" },
  "result-recalled": { icon: "arrow-left", tone: "warn" },
  apologised: { icon: "calendar", tone: "warn" },
  "process-moved": { icon: "arrow-right", tone: "info" },
  "handed-to-successor": { icon: "arrow-right", tone: "info" },
  "due-recomputed": { icon: "calendar", tone: "info" },
  "handed-over": { icon: "check-circle", tone: "ok" },
  urged: { icon: "bell", tone: "warn" },
  "urge-answered": { icon: "chat" },
  rated: { icon: "chat" },
};
