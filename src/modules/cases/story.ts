import type { ActionData, ActionType } from "./domain/case-action.ts";

/** How a story names officers, units and moments. */
export type StoryNames = {
  officer(id: number): string;
  unit(id: number): string;
  /** A moment as date and clock. */
  moment(instant: number): string;
};

/** The data of one kind of action. */
export type DataOf<Type extends ActionType> = ActionData & { readonly type: Type };

/** One sentence for each thing that can happen to a case; a new kind does not compile without its sentence. */
export type StoryTexts = {
  readonly [Type in ActionType]: (data: DataOf<Type>, names: StoryNames) => string;
};

/** The sentence of an action: what happened. Who and when stand beside it, why follows in `reasonOf`. */
export function storySentence(texts: StoryTexts, data: ActionData, names: StoryNames): string {
  // The table pairs each type with its own data, which the compiler cannot follow through a lookup.
  const tell = texts[data.type] as (data: ActionData, names: StoryNames) => string;
  return tell(data, names);
}

/** Why it happened, in the words of whoever did it; undefined where no reason was given. */
export function reasonOf(data: ActionData): string | undefined {
  switch (data.type) {
    case "passed-on":
    case "result-approved":
    case "handed-over":
    case "wait-ended":
      return data.note;
    case "refused":
    case "sent-back":
    case "supplement-proposed":
    case "supplement-declined":
    case "supplement-allowed":
    case "supplement-requested":
    case "supplement-lapsed":
    case "withdrawn":
    case "procedure-changed":
    case "result-recalled":
    case "apologised":
    case "handed-to-successor":
      return data.reason;
    case "stopped":
      return `${data.reason} (${data.basis})`;
    case "due-recomputed":
      return data.causes.map((cause) => cause.decision).join("; ");
    case "process-moved":
      return data.decision;
    case "opinion-asked":
      return data.question;
    case "opinion-given":
    case "urged":
    case "urge-answered":
      return data.text;
    case "financial-duty-noted":
      return data.notice;
    case "financial-duty-paid":
      return data.receipt;
    case "group-decided":
      return data.decisions.map(({ reason }) => reason).join("; ");
    case "decided-by-silence":
      return data.basis;
    case "rated":
      return data.rating.comment;
    case "assigned":
    case "released":
      return data.why?.kind === "left-post" ? `${data.why.reason} (${data.why.decision})` : undefined;
    case "registered":
    case "received":
    case "opinion-silent":
    case "accepted":
    case "group-progressed":
    case "group-completed":
    case "supplement-completed":
    case "result-drafted":
    case "result-issued":
      return undefined;
  }
}

/** What was asked for or handed in, one entry each. */
export function itemsOf(data: ActionData): readonly string[] {
  if (data.type === "supplement-proposed" || data.type === "supplement-requested") return data.items;
  if (data.type === "supplement-completed") return data.papers.map((paper) => paper.name);
  return [];
}
