import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { CardGrid, type Column, DataTable, EmptyState, StatFigure } from "../../../ui/index.ts";
import type { Directory } from "../directory.ts";
import type { EffectPreview, MovedDue } from "./calendar-effects.ts";
import { calendarTexts, countText } from "./calendar-texts.ts";

type FiguresProps = { readonly lang: Lang; readonly effects: EffectPreview };

/** What a declaration would come to, in figures. */
export function EffectFigures({ lang, effects }: FiguresProps): VNode {
  const texts = calendarTexts(lang).preview;
  const { looked, moved, becameLate, noLongerLate } = effects;
  const figure = (value: number) => countText(value, lang);
  return (
    <CardGrid>
      <StatFigure value={figure(moved)} label={texts.moved} />
      <StatFigure
        value={figure(becameLate)}
        label={texts.becameLate}
        tone={becameLate > 0 ? "danger" : undefined}
      />
      <StatFigure value={figure(noLongerLate)} label={texts.noLongerLate} />
      <StatFigure value={figure(looked)} label={texts.looked} />
    </CardGrid>
  );
}

type TableProps = FiguresProps & { readonly directory: Directory };

/** The first cases that a declaration would move. */
export function MovedTable({ lang, directory, effects: { moved, first } }: TableProps): VNode {
  const texts = calendarTexts(lang).preview;
  const figure = (value: number) => countText(value, lang);
  return (
    <DataTable
      caption={
        moved === first.length ? texts.all(figure(moved)) : texts.first(figure(first.length), figure(moved))
      }
      rows={first}
      rowKey={(row) => row.code}
      columns={columns(lang, directory)}
      empty={
        <EmptyState title={texts.none} icon="check-circle">
          {texts.noneHint}
        </EmptyState>
      }
    />
  );
}

function columns(lang: Lang, directory: Directory): readonly Column<MovedDue>[] {
  const all = calendarTexts(lang);
  const unitName = (id: number) => {
    const unit = directory.unit(id);
    return lang === "vi" ? unit.name : unit.nameEn;
  };
  return [
    { key: "code", label: all.moved.code, primary: true, kind: "code", cell: (row) => row.code },
    { key: "unit", label: all.moved.unit, cell: (row) => unitName(row.unitId) },
    { key: "before", label: all.moved.before, cell: (row) => formatDateTime(row.oldDueAt, lang) },
    { key: "after", label: all.moved.after, cell: (row) => formatDateTime(row.newDueAt, lang) },
    {
      key: "effect",
      label: all.moved.effect,
      cell: (row) => `${all.effects[row.effect]}${row.of === undefined ? "" : ` (${all.moved[row.of]})`}`,
    },
  ];
}
