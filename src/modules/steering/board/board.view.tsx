import type { ComponentChildren, VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDate, type Lang } from "../../../kernel/time.ts";
import {
  CardGrid,
  type Column,
  DataTable,
  EmptyState,
  Live,
  LiveMeter,
  LiveStatus,
  LongName,
  Pagination,
  StatFigure,
  Tabs,
  type Tone,
} from "../../../ui/index.ts";
import { PERIODS } from "../domain/board-sums.ts";
import type { BoardFigures } from "./board-figures.ts";
import { asOfText, type BoardModel, type BoardRow, boardNumberTexts, boardTexts } from "./board-model.ts";
import { type BoardRequest, type BoardSort, boardHref } from "./board-request.ts";

/** Units on one page of the table. */
const PAGE = 25;

export type BoardViewProps = {
  readonly lang: Lang;
  /** The board's own address, for its links. */
  readonly path: string;
  readonly request: BoardRequest;
  readonly model: BoardModel;
  /** Leads to the cases behind a number, for those allowed; `only` names the row. */
  readonly drill?: (measure: keyof BoardFigures, only: Partial<BoardRequest>) => string | undefined;
};

type Drawing = BoardViewProps & { readonly texts: ReadonlyMap<string, string> };

/** The numbers of a board: its state, its period, figures large, then by level, field and unit. */
export function BoardNumbersView(props: BoardViewProps & { readonly children?: ComponentChildren }): VNode {
  const { lang, path, request, model } = props;
  const words = boardTexts(lang);
  const drawing: Drawing = { ...props, texts: boardNumberTexts(model, lang) };
  return (
    <>
      <Tabs
        label={words.periodLabel}
        items={PERIODS.map((period) => ({
          href: boardHref(path, request, { period }),
          label: words.periods[period],
          current: request.period === period,
        }))}
      />
      <Chosen {...drawing} />
      <Headline {...drawing} />
      {props.children}
      <Lines drawing={drawing} title={words.byLevel} head={words.level} rows={model.levels} />
      <Units {...drawing} />
      <Lines drawing={drawing} title={words.byField} head={words.field} rows={model.fields} />
    </>
  );
}

/** As of when, and whether the numbers come by themselves. */
export function BoardStatus({ lang, path, request, model }: BoardViewProps): VNode {
  const words = boardTexts(lang);
  const href = boardHref(path, request, { page: request.page });
  const stream = new URL(href, "http://localhost");
  stream.searchParams.set("lang", lang);
  stream.searchParams.set("edition", model.edition);
  return (
    <LiveStatus
      stream={`${path}/stream${stream.search}`}
      asOf={asOfText(model.asOf, lang)}
      live={words.live}
      stale={words.stale}
      reload={words.reload}
      href={href}
    />
  );
}

function Chosen({ lang, path, request, model }: Drawing): VNode | null {
  const words = boardTexts(lang);
  const chosen = [
    ...(request.unit === "" ? [] : model.units.map(({ name }) => words.onlyUnit(name))),
    ...(request.field === undefined ? [] : model.fields.map(({ name }) => words.onlyField(name))),
    ...(request.level === "" ? [] : [words.levels[request.level] ?? request.level]),
  ].slice(0, 2);
  if (request.unit === "" && request.field === undefined && request.level === "") return null;
  return (
    <p>
      <b>{chosen.join(" · ")}</b>{" "}
      <a href={boardHref(path, request, { unit: "", field: undefined, level: "" })}>{words.all}</a>
    </p>
  );
}

const LARGE = [
  ["open", undefined],
  ["lateNow", "danger"],
  ["paused", "paused"],
  ["latePaused", "danger"],
  ["toReturn", undefined],
] as const satisfies readonly (readonly [keyof BoardFigures, Tone | undefined])[];
const RATES = ["official", "honest"] as const;
const OF_PERIOD = ["received", "ended", "returned", "onTime", "late"] as const;

function Headline(drawing: Drawing): VNode {
  const { lang, model, request } = drawing;
  const words = boardTexts(lang);
  const day = formatDate(model.starts);
  const notes: Readonly<Partial<Record<keyof BoardFigures, string>>> = words.notes;
  return (
    <>
      <section class="flow board-figures" aria-labelledby="board-now">
        <h2 id="board-now">{words.presentTitle}</h2>
        <CardGrid>
          {LARGE.map(([name, tone]) => (
            <Figure
              key={name}
              drawing={drawing}
              name={name}
              note={notes[name]}
              tone={model.total[name] > 0 ? tone : undefined}
            />
          ))}
        </CardGrid>
      </section>
      <section class="flow board-figures" aria-labelledby="board-period">
        <h2 id="board-period">
          {words.periods[request.period]}{" "}
          <span class="soft small">{request.period === "today" ? words.onDay(day) : words.since(day)}</span>
        </h2>
        <CardGrid>
          {RATES.map((name) => (
            <Figure
              key={name}
              drawing={drawing}
              name={name}
              note={
                <>
                  {words.notes[name]} ·{" "}
                  <Live k={`t.${name}Base`} text={drawing.texts.get(`t.${name}Base`) ?? ""} /> {words.counted}
                </>
              }
              tone={toneOf(model.total[name])}
            />
          ))}
        </CardGrid>
        <CardGrid>
          {OF_PERIOD.map((name) => (
            <Figure key={name} drawing={drawing} name={name} />
          ))}
        </CardGrid>
      </section>
    </>
  );
}

type FigureProps = {
  readonly drawing: Drawing;
  readonly name: Exclude<keyof BoardFigures, "withdrawnOrStopped" | "officialBase" | "honestBase">;
  readonly note?: ComponentChildren;
  readonly tone?: Tone | undefined;
};

function Figure({ drawing, name, note, tone }: FigureProps): VNode {
  const { lang, texts, drill, request } = drawing;
  return (
    <StatFigure
      value={<Live k={`t.${name}`} text={texts.get(`t.${name}`) ?? ""} />}
      label={boardTexts(lang).figures[name]}
      note={note}
      tone={tone}
      href={drill?.(name, { level: request.level, unit: request.unit, field: request.field })}
    />
  );
}

/** The numbers of a row in the order of the columns, with what sorts by them. */
const CELLS = [
  ["received", "received", "received"],
  ["ended", "ended", "ended"],
  ["open", "open", "open"],
  ["late", "lateNow", "late"],
  ["paused", "paused", "paused"],
] as const satisfies readonly (readonly [
  keyof ReturnType<typeof boardTexts>["heads"],
  keyof BoardFigures,
  BoardSort,
])[];

function columns(drawing: Drawing, head: string, sortable: boolean): Column<BoardRow>[] {
  const { lang, texts, path, request, drill } = drawing;
  const words = boardTexts(lang);
  const text = (row: BoardRow, name: keyof BoardFigures) => texts.get(`${row.key}.${name}`) ?? "";
  const sortBy = (sort: BoardSort) => {
    if (!sortable) return {};
    const now = request.sort === sort ? request.order : undefined;
    const order = now === "descending" ? "ascending" : "descending";
    return { sort: { href: boardHref(path, request, { sort, order }), now } };
  };
  return [
    {
      key: "name",
      label: head,
      primary: true,
      ...sortBy("unit"),
      cell: (row) => (
        <a href={boardHref(path, request, row.only)}>
          <LongName text={row.name} />
        </a>
      ),
    },
    ...CELLS.map(
      ([label, name, sort]): Column<BoardRow> => ({
        key: label,
        label: words.heads[label],
        kind: "number",
        ...sortBy(sort),
        cell: (row) => {
          const number = <Live k={`${row.key}.${name}`} text={text(row, name)} />;
          const href =
            row.figures[name] === 0 ? undefined : drill?.(name, { ...scope(request), ...row.only });
          return href === undefined ? number : <a href={href}>{number}</a>;
        },
      }),
    ),
    ...(["official", "honest"] as const).map(
      (name): Column<BoardRow> => ({
        key: name,
        label: words.heads[name],
        kind: "number",
        ...sortBy(name),
        cell: (row) => (
          <div class={toneClass(row.figures[name])}>
            <Live k={`${row.key}.${name}`} text={text(row, name)} />
            <LiveMeter k={`${row.key}.${name}.w`} percent={texts.get(`${row.key}.${name}.w`) ?? "0"} />
          </div>
        ),
      }),
    ),
  ];
}

const scope = ({ level, unit, field }: BoardRequest) => ({ level, unit, field });

function toneOf(rate: number | undefined): Tone | undefined {
  if (rate === undefined) return undefined;
  return rate >= 0.9 ? "ok" : rate >= 0.7 ? "warn" : "danger";
}

function toneClass(rate: number | undefined): string | undefined {
  const tone = toneOf(rate);
  return tone === undefined ? undefined : `tone-${tone}`;
}

type LinesProps = {
  readonly drawing: Drawing;
  readonly title: string;
  readonly head: string;
  readonly rows: readonly BoardRow[];
  readonly sortable?: boolean;
};

function Lines({ drawing, title, head, rows, sortable = false }: LinesProps): VNode {
  const words = boardTexts(drawing.lang);
  return (
    <DataTable
      caption={title}
      columns={columns(drawing, head, sortable)}
      rows={rows}
      rowKey={(row) => row.key}
      rowMark={(row) => (row.figures.lateNow > 0 ? "late" : undefined)}
      empty={
        <EmptyState title={`${title}: ${words.empty}`} icon="chart">
          {words.emptyWhy}
        </EmptyState>
      }
    />
  );
}

/** The units, sorted as asked for, in pages: a province has hundreds. */
function Units(drawing: Drawing): VNode {
  const { lang, path, request, model } = drawing;
  const words = boardTexts(lang);
  const pages = Math.max(1, Math.ceil(model.units.length / PAGE));
  const page = Math.min(request.page, pages);
  const from = (page - 1) * PAGE;
  const shown = model.units.slice(from, from + PAGE);
  const to = (next: number) => boardHref(path, request, { page: next });
  return (
    <>
      <Lines drawing={drawing} title={words.byUnit} head={words.unit} rows={shown} sortable />
      {pages === 1 ? null : (
        <Pagination
          previousHref={page > 1 ? to(page - 1) : undefined}
          nextHref={page < pages ? to(page + 1) : undefined}
          note={words.pageNote(
            groupThousands(from + 1),
            groupThousands(from + shown.length),
            groupThousands(model.units.length),
          )}
        />
      )}
    </>
  );
}
