import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import type { Lang } from "../../../kernel/time.ts";
import { CardGrid, type Column, DataTable, EmptyState, Notice, StatFigure } from "../../../ui/index.ts";
import type { EndingPreview, PlanPreview, SuccessorPreview } from "./preview.ts";
import { reorganiseTexts } from "./texts.ts";

type Props = {
  readonly preview: PlanPreview;
  readonly lang: Lang;
  readonly workName: (work: string) => string;
};

/** What a plan would do: figures, units that end, units that take over, what changes otherwise. */
export function PreviewView({ preview, lang, workName }: Props): VNode {
  const texts = reorganiseTexts(lang).preview;
  const { effect, names } = preview;
  const named = (code: string) => names.get(code) ?? code;
  const changes = [
    ...effect.created.map((unit) => ({
      code: unit.code,
      name: unit.name,
      text: texts.createdUnder(named(unit.parentCode ?? "")),
    })),
    ...effect.moved.map(({ unit, to }) => ({
      code: unit,
      name: named(unit),
      text: texts.movedUnder(named(to)),
    })),
    ...effect.renamed.map(({ unit, name }) => ({
      code: unit,
      name: named(unit),
      text: texts.renamedTo(name),
    })),
  ];
  return (
    <>
      <CardGrid>
        <StatFigure value={groupThousands(effect.endings.length)} label={texts.ended} />
        <StatFigure value={groupThousands(effect.created.length)} label={texts.created} />
        <StatFigure value={groupThousands(preview.posts)} label={texts.posts} />
        <StatFigure value={groupThousands(preview.cases)} label={texts.cases} />
        <StatFigure
          value={groupThousands(preview.unsure)}
          label={texts.unsure}
          tone={preview.unsure > 0 ? "warn" : undefined}
        />
      </CardGrid>
      <Notice tone="info">
        <p>{texts.fallbackNote}</p>
      </Notice>
      {preview.tokens.length === 0 ? null : (
        <Notice tone="warn">
          <p>{texts.tokens(preview.tokens.map(({ name, unit }) => `${name} (${unit})`).join(", "))}</p>
        </Notice>
      )}
      <h2>{texts.endings}</h2>
      <DataTable
        caption={texts.endings}
        captionHidden
        columns={endingColumns(preview, lang)}
        rows={preview.endings}
        rowKey={(row) => row.unit}
        empty={<EmptyState title={texts.noEndings} icon="check-circle" />}
      />
      {preview.work.length === 0 ? null : (
        <>
          <h2>{texts.work}</h2>
          <ul class="prose">
            {preview.work.map(({ work, steps }) => (
              <li key={work}>
                {workName(work)}: {groupThousands(steps)}
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.successors.length === 0 ? null : (
        <>
          <h2>{texts.taking}</h2>
          <DataTable
            caption={texts.taking}
            captionHidden
            columns={successorColumns(preview, lang)}
            rows={preview.successors}
            rowKey={(row) => row.unit}
            empty={null}
          />
        </>
      )}
      {changes.length === 0 ? null : (
        <>
          <h2>{texts.changed}</h2>
          <DataTable
            caption={texts.changed}
            captionHidden
            columns={[
              { key: "unit", label: texts.unit, primary: true, cell: (row) => `${row.name} (${row.code})` },
              { key: "change", label: texts.change, cell: (row) => row.text },
            ]}
            rows={changes}
            rowKey={(row) => `${row.code} ${row.text}`}
            empty={null}
          />
        </>
      )}
    </>
  );
}

function endingColumns({ names }: PlanPreview, lang: Lang): readonly Column<EndingPreview>[] {
  const texts = reorganiseTexts(lang).preview;
  const named = (code: string) => `${names.get(code) ?? code} (${code})`;
  const number = (key: string, label: string, of: (row: EndingPreview) => number): Column<EndingPreview> => ({
    key,
    label,
    kind: "number",
    cell: (row) => groupThousands(of(row)),
  });
  return [
    { key: "unit", label: texts.unit, primary: true, cell: (row) => named(row.unit) },
    {
      key: "successors",
      label: texts.successors,
      cell: (row) => (
        <div>
          {row.successors.map(({ unit, share }, index) => (
            <p key={unit}>
              {named(unit)}
              {share === "" ? "" : `: ${share}`}
              {index === 0 && row.successors.length > 1 ? ` (${texts.main})` : ""}
            </p>
          ))}
        </div>
      ),
    },
    number("posts", texts.postsHead, (row) => row.posts),
    number("cases", texts.casesHead, (row) => row.cases),
    number("steps", texts.steps, (row) => row.steps),
    number("unsure", texts.unsureHead, (row) => row.unsure),
  ];
}

function successorColumns({ names }: PlanPreview, lang: Lang): readonly Column<SuccessorPreview>[] {
  const texts = reorganiseTexts(lang).preview;
  const number = (
    key: string,
    label: string,
    of: (row: SuccessorPreview) => number,
  ): Column<SuccessorPreview> => ({ key, label, kind: "number", cell: (row) => groupThousands(of(row)) });
  return [
    {
      key: "unit",
      label: texts.unit,
      primary: true,
      cell: (row) => `${names.get(row.unit) ?? row.unit} (${row.unit})`,
    },
    number("cases", texts.taken, (row) => row.casesTaken),
    number("now", texts.now, (row) => row.stepsNow),
    number("taken", texts.stepsTaken, (row) => row.stepsTaken),
    number("after", texts.after, (row) => row.stepsNow + row.stepsTaken),
  ];
}
