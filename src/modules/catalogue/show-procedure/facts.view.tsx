import type { ComponentChildren, VNode } from "preact";
import { formatMoney, groupThousands } from "../../../kernel/money.ts";
import type { Lang } from "../../../kernel/time.ts";
import { SummaryList } from "../../../ui/index.ts";
import { isDoubtfulFee } from "../domain/doubtful-fee.ts";
import type { Fee } from "../domain/procedure.ts";
import { levelNames, textsOf, timeLines } from "../texts.ts";
import type { ProcedureProps } from "./procedure.view.tsx";
import { SilenceNote } from "./silence-note.tsx";

/** Where, how long, how much, how, what one gets, who may. */
export function FactsView(props: Omit<ProcedureProps, "elsewhere">): VNode {
  const { lang, procedure, silence, full, intakeHours } = props;
  const { content } = procedure;
  const texts = textsOf(lang).procedure;
  const items = [
    ...(procedure.receivable
      ? [{ label: texts.where, value: <Where lang={lang} levels={content.levels} /> }]
      : []),
    ...(procedure.receivable && intakeHours.length > 0
      ? [
          {
            label: texts.intakeHours,
            value: <IntakeHours lang={lang} full={full} intakeHours={intakeHours} />,
          },
        ]
      : []),
    {
      label: texts.howLong,
      value: <HowLong lang={lang} procedure={procedure} silence={silence} full={full} />,
    },
    { label: texts.fee, value: <Fees lang={lang} fees={content.fees} /> },
    ...(content.channels.length === 0
      ? []
      : [{ label: texts.how, value: <Lines lines={content.channels.map((one) => texts.channels[one])} /> }]),
    ...official(texts.result, content.results),
    ...official(texts.who, content.subjects),
  ];
  return (
    <section class="flow">
      <h2>{texts.inShort}</h2>
      <SummaryList items={items} />
    </section>
  );
}

function Where({ lang, levels }: { readonly lang: Lang; readonly levels: readonly string[] }): VNode {
  const texts = textsOf(lang).procedure;
  return (
    <>
      <p>{texts.whereAny}</p>
      {levels.length === 0 ? null : <p class="soft">{texts.whoDecides(levelNames(lang, levels))}</p>}
    </>
  );
}

/** The province's hours; those of the desks that have others, maybe many, folded away but on paper. */
function IntakeHours({
  lang,
  full,
  intakeHours,
}: Pick<ProcedureProps, "lang" | "full" | "intakeHours">): VNode {
  const own = intakeHours.flatMap(({ unit, hours }) => (unit === undefined ? [] : [`${unit}: ${hours}`]));
  return (
    <>
      <Lines lines={intakeHours.flatMap(({ unit, hours }) => (unit === undefined ? [hours] : []))} />
      {own.length === 0 ? null : (
        <details class="explain" open={full}>
          <summary>{textsOf(lang).procedure.intakeElsewhere(own.length)}</summary>
          <Lines lines={own} />
        </details>
      )}
    </>
  );
}

function HowLong(props: Pick<ProcedureProps, "lang" | "procedure" | "silence" | "full">): VNode {
  const { lang, procedure, silence, full } = props;
  const { channels, limitNote, mountainDays = 0, variants, returnAtOnce } = procedure.content;
  const texts = textsOf(lang).procedure;
  const times = timeLines(lang, procedure.content, channels);
  return (
    <>
      {returnAtOnce ? <p>{texts.atOnce}</p> : null}
      {times.length > 1 ? <p>{texts.byChannel}</p> : null}
      {times.map((time) => (
        <p key={time}>
          <b>{time}</b>
        </p>
      ))}
      {times.length === 0 && !returnAtOnce ? (
        <p>{variants.length > 0 ? texts.byCase : texts.noLimit}</p>
      ) : null}
      {mountainDays === 0 ? null : <p>{texts.mountainDays(mountainDays)}</p>}
      {variants.length > 0 ? null : <SilenceNote lang={lang} silence={silence("")} />}
      {limitNote === undefined ? null : (
        <details class="explain" open={full}>
          <summary>{texts.limitNote}</summary>
          <div lang="vi">
            <Lines lines={limitNote.split("\n")} />
          </div>
        </details>
      )}
    </>
  );
}

function Fees({ lang, fees }: { readonly lang: Lang; readonly fees: readonly Fee[] }): VNode {
  const texts = textsOf(lang).procedure;
  if (fees.length === 0) return <>{texts.feeUnknown}</>;
  const free = fees.every((fee) => fee.amount === 0 && fee.note === undefined);
  if (free) return <>{texts.free}</>;
  return (
    <Lines
      lines={fees.map((fee) => (
        <>
          {fee.amount === undefined ? (
            <span lang="vi">{fee.note ?? texts.feeUnknown}</span>
          ) : (
            <b>{amountOf(fee, lang)}</b>
          )}
          {fee.channel === undefined ? null : ` · ${texts.channels[fee.channel]}`}
          {fee.note === undefined || fee.amount === undefined ? null : (
            <span class="small soft" lang="vi">
              {" "}
              {fee.note}
            </span>
          )}
        </>
      ))}
    />
  );
}

function amountOf(fee: Fee, lang: Lang): string {
  const texts = textsOf(lang).procedure;
  if (fee.amount === undefined || fee.amount === 0) return texts.free;
  if (isDoubtfulFee(fee)) return texts.feeDoubtful(groupThousands(fee.amount));
  return formatMoney(fee.amount);
}

/** A fact in the catalogue's own Vietnamese words; none without words. */
function official(label: string, lines: readonly string[]): { label: string; value: VNode }[] {
  if (lines.length === 0) return [];
  return [
    {
      label,
      value: (
        <div lang="vi">
          <Lines lines={lines} />
        </div>
      ),
    },
  ];
}

function Lines({ lines }: { readonly lines: readonly ComponentChildren[] }): VNode {
  return (
    <>
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </>
  );
}
