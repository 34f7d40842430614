import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { type Column, DataTable, PageTitle } from "../../../ui/index.ts";
import { HONEST, type HonestVerdict } from "../domain/verdicts.ts";
import { en } from "./messages.en.ts";
import { type FiguresMessages, vi } from "./messages.vi.ts";
import { PERIODS, type Period, type ProvinceFigures } from "./province-figures.ts";

export const figuresTexts = (lang: Lang): FiguresMessages => (lang === "vi" ? vi : en);

type ViewProps = { readonly lang: Lang; readonly figures: ProvinceFigures };

/** Both on-time figures side by side, what they are made of and why they differ. */
export function FiguresView({ lang, figures }: ViewProps): VNode {
  const words = figuresTexts(lang);
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <p class="soft small">{words.asOf(formatDateTime(figures.asOf, lang))}</p>
      <DataTable
        caption={words.caption}
        columns={rateColumns(lang, figures)}
        rows={PERIODS}
        rowKey={(period) => period}
        empty={null}
      />
      <section class="flow">
        <h2>{words.coveredTitle}</h2>
        <Covered lang={lang} figures={figures} />
      </section>
      <DataTable
        caption={words.classesTitle}
        columns={classColumns(lang, figures)}
        rows={HONEST}
        rowKey={(name) => name}
        empty={null}
      />
      <section class="flow">
        <h2>{words.unacceptedTitle}</h2>
        <p>{words.unacceptedLead}</p>
        <ul class="prose">
          <li>{words.unacceptedWaiting(groupThousands(figures.unaccepted.waiting))}</li>
          <li>{words.unacceptedRefused(figures.unaccepted.refused.map(groupThousands))}</li>
        </ul>
      </section>
      <section class="flow">
        <h2>{words.methodTitle}</h2>
        {words.method.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </>
  );
}

function rateColumns(lang: Lang, { periods }: ProvinceFigures): readonly Column<Period>[] {
  const words = figuresTexts(lang);
  return [
    { key: "period", label: words.period, primary: true, cell: (period) => words.periods[period] },
    {
      key: "official",
      label: words.official,
      kind: "number",
      cell: (period) => (
        <Rate lang={lang} rate={periods[period].official} base={periods[period].officialBase} />
      ),
    },
    {
      key: "honest",
      label: words.honest,
      kind: "number",
      cell: (period) => <Rate lang={lang} rate={periods[period].honest} base={periods[period].honestBase} />,
    },
    {
      key: "difference",
      label: words.difference,
      kind: "number",
      cell: (period) => difference(periods[period], lang),
    },
  ];
}

function classColumns(lang: Lang, { periods }: ProvinceFigures): readonly Column<HonestVerdict>[] {
  const words = figuresTexts(lang);
  return [
    { key: "class", label: words.class, primary: true, cell: (name) => words.classes[name] },
    ...PERIODS.map(
      (period): Column<HonestVerdict> => ({
        key: period,
        label: words.periods[period],
        kind: "number",
        cell: (name) => groupThousands(periods[period].classes[name]),
      }),
    ),
  ];
}

type RateProps = { readonly lang: Lang; readonly rate: number | undefined; readonly base: number };

function Rate({ lang, rate, base }: RateProps): VNode {
  return (
    <div>
      <b>{percent(rate, lang)}</b>
      {rate === undefined ? null : (
        <div class="soft small">{figuresTexts(lang).base(groupThousands(base))}</div>
      )}
    </div>
  );
}

/** What the formula calls on time without a result by the first date. */
const COVERED = ["running", "re-dated", "accepted-late", "late", "withdrawn", "stopped"] as const;

function Covered({ lang, figures: { periods } }: ViewProps): VNode {
  const words = figuresTexts(lang);
  const names = COVERED.filter((name) => periods.year.calledOnTime[name] > 0);
  if (names.length === 0) return <p>{words.coveredNone}</p>;
  const count = (period: Period, name: HonestVerdict) => groupThousands(periods[period].calledOnTime[name]);
  return (
    <>
      <p>{words.coveredLead}</p>
      <ul class="prose">
        {names.map((name) => (
          <li key={name}>
            {words.covered(
              words.classes[name],
              count("today", name),
              count("month", name),
              count("year", name),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Cut, not rounded: what is not all on time never shows as 100 %. */
function percent(rate: number | undefined, lang: Lang): string {
  return rate === undefined ? figuresTexts(lang).none : `${tenth(tenthsOf(rate), lang)} %`;
}

function difference({ official, honest }: ProvinceFigures["periods"][Period], lang: Lang): string {
  if (official === undefined || honest === undefined) return "";
  // Of the shown figures, so that everybody can count after.
  const tenths = tenthsOf(official) - tenthsOf(honest);
  return figuresTexts(lang).points(`${tenths > 0 ? "+" : ""}${tenth(tenths, lang)}`);
}

const tenthsOf = (rate: number): number => Math.floor(rate * 1000 + 1e-9);

function tenth(tenths: number, lang: Lang): string {
  const text = (tenths / 10).toFixed(1);
  return lang === "vi" ? text.replace(".", ",") : text;
}
