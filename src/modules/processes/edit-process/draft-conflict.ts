import { isDeepStrictEqual } from "node:util";
import type { Lang } from "../../../kernel/time.ts";
import type { Directory } from "../../organisation/index.ts";
import type { DraftStep } from "../domain/process.ts";
import type { DraftContent } from "../draft-store.ts";
import { flowText, fullBudgetText, stepName, termLines, textsOf, unitText } from "../texts.ts";

/** What stands otherwise in two readings of one draft. */
export type Difference = {
  /** "3. Thẩm định" as it is numbered in the one that was typed, else in the saved one. */
  readonly step: string;
  readonly what: string;
  readonly saved: string;
  readonly typed: string;
};

type Steps = readonly DraftStep[];

/** What differs between what is saved and what was typed, step by step in reading order, and the terms. Pure. */
export function differencesOf(
  { steps: saved, terms: savedTerms }: DraftContent,
  { steps: typed, terms: typedTerms }: DraftContent,
  { directory, lang }: { readonly directory: Directory; readonly lang: Lang },
): readonly Difference[] {
  const texts = textsOf(lang);
  const { conflict } = texts.edit;
  const aspects = aspectsOf(directory, lang);
  const title = (steps: Steps, step: DraftStep) => texts.next(steps.indexOf(step) + 1, stepName(step, lang));
  const without = (step: DraftStep, others: Steps) => !others.some(({ id }) => id === step.id);
  const changed = typed.flatMap((mine): readonly Difference[] => {
    const theirs = saved.find(({ id }) => id === mine.id);
    const step = title(typed, mine);
    if (theirs === undefined)
      return [{ step, what: conflict.whole, saved: conflict.absent, typed: conflict.present }];
    return aspects
      .filter(({ of }) => !isDeepStrictEqual(of(theirs), of(mine)))
      .map(({ what, said }) => ({ step, what, saved: said(saved, theirs), typed: said(typed, mine) }));
  });
  const dropped = saved
    .filter((theirs) => without(theirs, typed))
    .map((theirs) => ({
      step: title(saved, theirs),
      what: conflict.whole,
      saved: conflict.present,
      typed: conflict.absent,
    }));
  const common = (steps: Steps, others: Steps) => steps.filter((step) => !without(step, others));
  const order = (steps: Steps) => steps.map((step) => stepName(step, lang)).join(" → ");
  const [theirs, mine] = [common(saved, typed), common(typed, saved)];
  const isMoved = theirs.some(({ id }, index) => mine[index]?.id !== id);
  const moved = isMoved
    ? [{ step: conflict.process, what: conflict.order, saved: order(theirs), typed: order(mine) }]
    : [];
  const isTerms = !isDeepStrictEqual(savedTerms ?? {}, typedTerms ?? {});
  const terms = isTerms
    ? [
        {
          step: conflict.process,
          what: texts.terms,
          saved: termLines(savedTerms, lang).join("; "),
          typed: termLines(typedTerms, lang).join("; "),
        },
      ]
    : [];
  return [...changed, ...dropped, ...moved, ...terms];
}

type Aspect = {
  readonly what: string;
  /** What is compared. */
  of(step: DraftStep): unknown;
  said(steps: Steps, step: DraftStep): string;
};

function aspectsOf(directory: Directory, lang: Lang): readonly Aspect[] {
  const texts = textsOf(lang);
  const { edit } = texts;
  const plain = (what: string, of: (step: DraftStep) => string): Aspect => ({
    what,
    of,
    said: (_steps, step) => of(step) || "–",
  });
  return [
    plain(edit.name, ({ name }) => name),
    plain(texts.work, ({ work }) => texts.works[work]),
    plain(texts.post, ({ post }) => texts.posts[post]),
    plain(texts.unit, ({ unit }) => unitText(unit, directory, lang)),
    plain(texts.budget, ({ budgetMinutes }) => fullBudgetText(budgetMinutes, lang)),
    plain(edit.uncountedReason, ({ uncounted }) =>
      uncounted === undefined ? edit.counted : texts.reasons[uncounted],
    ),
    {
      what: edit.flow,
      of: ({ then }) => then,
      said: (steps, step) => flowText(steps, steps.indexOf(step), lang),
    },
    plain(edit.conflict.outcomes, ({ outcomes }) =>
      outcomes?.length === 0
        ? edit.onlyOn
        : (outcomes ?? []).map((outcome) => texts.outcomes[outcome]).join(", "),
    ),
    plain(texts.works.opinion, ({ silence }) => (silence === undefined ? "" : texts.silenceConsent)),
    plain(edit.nameEn, ({ nameEn }) => nameEn),
    plain(edit.subprocess, ({ subprocess }) =>
      [subprocess?.procedureCode, subprocess?.variantCode].filter((code) => code !== undefined).join(" "),
    ),
  ];
}
