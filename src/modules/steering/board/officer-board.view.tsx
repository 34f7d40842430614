import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { BarChart, CardGrid, Notice, PageTitle, PrintLink, StatFigure } from "../../../ui/index.ts";
import { BoardNumbersView, BoardStatus, type BoardViewProps } from "./board.view.tsx";
import type { BoardCase } from "./board-cases.query.ts";
import { CaseTable } from "./board-cases.view.tsx";
import { boardTexts } from "./board-model.ts";

const WORST = 8;

export type OfficerBoardProps = BoardViewProps & {
  /** Late the longest. */
  readonly late: readonly BoardCase[];
  readonly readable: ReadonlySet<string>;
  readonly unitName: (id: number) => string;
  /** What waits for the person who looks; undefined parts are not theirs. */
  readonly waiting:
    | {
        readonly work: number | undefined;
        readonly lateWork: number;
        readonly apologies: number | undefined;
        readonly notices: number;
        readonly digest: boolean;
      }
    | undefined;
};

/** The board of those who lead: the same numbers, then where it is late, who must be urged, what waits for them. */
export function OfficerBoard(props: OfficerBoardProps): VNode {
  const words = boardTexts(props.lang);
  return (
    <>
      <PageTitle title={words.officerTitle} lead={words.officerLead} actions={<PrintLink />} />
      <BoardStatus {...props} />
      <BoardNumbersView {...props}>
        <Waiting {...props} />
        <Late {...props} />
      </BoardNumbersView>
      <p class="row">
        <a href="/officer/reports/delay">{words.why}</a>
        {props.waiting?.digest === true ? <a href="/officer/digest">{words.digest}</a> : null}
        <a href="/board/method">{words.methodLink}</a>
      </p>
    </>
  );
}

function Waiting({ lang, waiting }: OfficerBoardProps): VNode | null {
  const words = boardTexts(lang);
  if (waiting === undefined) return null;
  const { work, lateWork, apologies, notices } = waiting;
  return (
    <section class="flow" aria-labelledby="board-mine">
      <h2 id="board-mine">{words.mineTitle}</h2>
      <CardGrid>
        {work === undefined ? null : (
          <StatFigure
            value={groupThousands(work)}
            label={words.myWork}
            tone={lateWork > 0 ? "danger" : undefined}
            href="/officer"
          />
        )}
        {apologies === undefined ? null : (
          <StatFigure
            value={groupThousands(apologies)}
            label={words.myApologies}
            tone={apologies > 0 ? "warn" : undefined}
            href="/officer/apologies"
          />
        )}
        <StatFigure value={groupThousands(notices)} label={words.myNotices} href="/officer/notices" />
      </CardGrid>
    </section>
  );
}

function Late(props: OfficerBoardProps): VNode {
  const { lang, model, drill, request } = props;
  const words = boardTexts(lang);
  const worst = model.units
    .filter(({ figures }) => figures.lateNow > 0)
    .toSorted((a, b) => b.figures.lateNow - a.figures.lateNow)
    .slice(0, WORST);
  if (worst.length === 0) return <Notice tone="ok" title={words.nothingLate} />;
  const all = drill?.("lateNow", { level: request.level, unit: request.unit, field: request.field });
  return (
    <>
      <BarChart
        title={words.worstTitle}
        labelHeading={words.unit}
        valueHeading={words.cases}
        bars={worst.map(({ name, figures, only }) => ({
          label: name,
          value: figures.lateNow,
          tone: "danger",
          href: drill?.("lateNow", { level: "", field: request.field, ...only }),
        }))}
      />
      <CaseTable {...props} caption={words.urgeTitle} rows={props.late} />
      {all === undefined ? null : (
        <p class="row">
          <a href={all}>{words.allLate}</a>
          <a href="/officer/reports/delay">{words.why}</a>
        </p>
      )}
    </>
  );
}
