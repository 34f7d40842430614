import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { formatTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import { Badge, type Column, DataTable } from "../../../ui/index.ts";
import type { Limits } from "../../catalogue/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { longestWay } from "../domain/budget.ts";
import { FACT_VALUES } from "../domain/condition.ts";
import { type DraftStep, type ProcessTerms, totalBudget } from "../domain/process.ts";
import { limitByFact } from "../limit-of.ts";
import {
  againstLimit,
  budgetText,
  flowText,
  fullBudgetText,
  stepName,
  termLines,
  textsOf,
  unitText,
} from "../texts.ts";

type StepsProps = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly steps: readonly DraftStep[];
};

/** The steps in words: all that the diagram shows, and more. */
export function StepsTable({ lang, directory, steps }: StepsProps): VNode {
  const texts = textsOf(lang);
  const columns: readonly Column<DraftStep>[] = [
    {
      key: "step",
      label: texts.step,
      primary: true,
      cell: (step) => (
        <>
          {texts.next(steps.indexOf(step) + 1, stepName(step, lang))}
          <div class="soft small">{texts.works[step.work]}</div>
        </>
      ),
    },
    {
      key: "who",
      label: texts.unit,
      cell: (step) => (
        <div>
          {unitText(step.unit, directory, lang)}
          <div class="soft small">{texts.posts[step.post]}</div>
        </div>
      ),
    },
    { key: "budget", label: texts.budget, cell: (step) => <BudgetCell lang={lang} step={step} /> },
    { key: "to", label: texts.goesTo, cell: (step) => flowText(steps, steps.indexOf(step), lang) },
  ];
  return (
    <DataTable
      caption={texts.steps}
      captionHidden
      rows={steps}
      rowKey={(step) => step.id}
      columns={columns}
      empty={null}
    />
  );
}

function BudgetCell({ lang, step }: { readonly lang: Lang; readonly step: DraftStep }): VNode {
  const texts = textsOf(lang);
  const notes = [
    ...(step.uncounted === undefined ? [] : [texts.uncounted(texts.reasons[step.uncounted])]),
    ...(step.silence === undefined ? [] : [texts.silenceConsent]),
    ...(step.outcomes?.length === 0 ? [texts.edit.onlyOn] : []),
    ...(step.outcomes ?? []).map((outcome) => texts.outcomes[outcome]),
  ];
  return (
    <div>
      {step.budgetMinutes === 0 ? "–" : fullBudgetText(step.budgetMinutes, lang)}
      {notes.map((note) => (
        <div key={note} class="soft small">
          {note}
        </div>
      ))}
    </div>
  );
}

type SumsProps = {
  readonly lang: Lang;
  readonly steps: readonly DraftStep[];
  readonly limits: Limits;
};

/** The sum of budgets and the longest way, against the limit of the law; where channels differ, each its own. */
export function Sums({ lang, steps, limits }: SumsProps): VNode {
  const texts = textsOf(lang);
  const longest = longestWay(steps);
  const byChannel = limitByFact(limits);
  const differ = Object.keys(byChannel).length > 0;
  const total = totalBudget({ steps: steps as Parameters<typeof totalBudget>[0]["steps"] });
  return (
    <dl class="sums">
      <div>
        <dt>{texts.longest}</dt>
        <dd>{fullBudgetText(longest, lang)}</dd>
      </div>
      {total === longest ? null : (
        <div>
          <dt>{texts.total}</dt>
          <dd>{budgetText(total, lang)}</dd>
        </div>
      )}
      <div>
        <dt>{texts.limit}</dt>
        {differ ? (
          FACT_VALUES.channel.map((channel) => (
            <dd key={channel}>
              {texts.factValues[channel]}:{" "}
              <Against
                lang={lang}
                minutes={longestWay(steps, channel)}
                limit={byChannel[channel] ?? limits.limit}
              />
            </dd>
          ))
        ) : (
          <dd>
            <Against lang={lang} minutes={longest} limit={limits.limit} />
          </dd>
        )}
      </div>
    </dl>
  );
}

function Against(props: {
  readonly lang: Lang;
  readonly minutes: number;
  readonly limit: TimeLimit | undefined;
}): VNode {
  const { lang, minutes, limit } = props;
  const answer = againstLimit(minutes, limit, lang);
  return (
    <>
      {limit === undefined ? null : `${formatTimeLimit(limit, lang)} `}
      <Badge tone={answer.tone} label={answer.text} />
    </>
  );
}

/** What the process says beyond its steps. */
export function TermsText({
  lang,
  terms,
}: {
  readonly lang: Lang;
  readonly terms: ProcessTerms | undefined;
}): VNode {
  return (
    <>
      {termLines(terms, lang).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
