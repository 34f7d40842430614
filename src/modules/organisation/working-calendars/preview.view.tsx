import type { VNode } from "preact";
import { formatDateTime, type Instant, type Lang, localDateOf } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  CardGrid,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageTitle,
  StatFigure,
  SummaryList,
} from "../../../ui/index.ts";
import type { Directory } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import type { EffectPreview, MovedDue } from "./calendar-effects.ts";
import { CALENDAR_URL, DECLARE_URL } from "./calendar-page-deps.ts";
import { calendarTexts, changesText, countText } from "./calendar-texts.ts";
import { declarationOf } from "./declare-days.ts";
import type { DeclareForm } from "./declare-form.ts";

type Props = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly unit: Unit | undefined;
  readonly form: DeclareForm;
  /** As typed, to be sent again. */
  readonly typed: FormValues;
  readonly preview: EffectPreview;
  readonly now: Instant;
};

const FIELDS = ["unit", "rest", "working", "ordinary", "name", "decision", "reason"] as const;

/** What a declaration would do, before anything is changed. */
export function PreviewView(props: Props): VNode {
  const { lang, unit, form, preview, now } = props;
  const all = calendarTexts(lang);
  const texts = all.preview;
  const { changes } = declarationOf(form);
  const isPast = changes.some(({ date }) => date < localDateOf(now));
  const figure = (value: number) => countText(value, lang);
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} kicker={<a href={CALENDAR_URL}>{all.title}</a>} />
      <SummaryList
        items={[
          { label: all.scope, value: unit === undefined ? all.province : unitName(unit, lang) },
          { label: all.what, value: `${form.name}: ${changesText(changes, lang)}` },
          { label: all.decision, value: form.decision },
          { label: all.form.reason, value: form.reason },
        ]}
      />
      {isPast ? <Notice tone="warn">{texts.past}</Notice> : null}
      <CardGrid>
        <StatFigure value={figure(preview.moved)} label={texts.moved} />
        <StatFigure
          value={figure(preview.becameLate)}
          label={texts.becameLate}
          tone={preview.becameLate > 0 ? "danger" : undefined}
        />
        <StatFigure value={figure(preview.noLongerLate)} label={texts.noLongerLate} />
        <StatFigure value={figure(preview.looked)} label={texts.looked} />
      </CardGrid>
      <Confirm {...props} />
      <DataTable
        caption={
          preview.moved === preview.first.length
            ? texts.all(figure(preview.moved))
            : texts.first(figure(preview.first.length), figure(preview.moved))
        }
        rows={preview.first}
        rowKey={(row) => row.code}
        columns={columns(props)}
        empty={
          <EmptyState title={texts.none} icon="check-circle">
            {texts.noneHint}
          </EmptyState>
        }
      />
    </>
  );
}

function Confirm({ lang, form, typed }: Props): VNode {
  const texts = calendarTexts(lang).preview;
  const values = FIELDS.map((name) => [name, [typed[name] ?? ""].flat()[0] ?? ""] as const);
  return (
    <Form action={DECLARE_URL}>
      <input type="hidden" name="previous" value={form.previous} />
      {values.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Actions>
        <Button kind="primary" icon="check">
          {texts.confirm}
        </Button>
        <LinkButton href={`${DECLARE_URL}?${new URLSearchParams([...values].map(([a, b]) => [a, b]))}`}>
          {texts.change}
        </LinkButton>
      </Actions>
    </Form>
  );
}

function columns({ lang, directory }: Props): readonly Column<MovedDue>[] {
  const all = calendarTexts(lang);
  return [
    { key: "code", label: all.moved.code, primary: true, kind: "code", cell: (row) => row.code },
    { key: "unit", label: all.moved.unit, cell: (row) => unitName(directory.unit(row.unitId), lang) },
    { key: "before", label: all.moved.before, cell: (row) => formatDateTime(row.oldDueAt, lang) },
    { key: "after", label: all.moved.after, cell: (row) => formatDateTime(row.newDueAt, lang) },
    { key: "effect", label: all.moved.effect, cell: (row) => all.effects[row.effect] },
  ];
}

function unitName(unit: Unit, lang: Lang): string {
  return lang === "vi" ? unit.name : unit.nameEn;
}
