import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import { Badge, type Column, DataTable } from "../../../ui/index.ts";
import { isMain } from "../domain/evolve.ts";
import { type CaseTexts, caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";
import type { StepLine } from "./step-history.ts";

/** Every step with its budget beside what it used: where the time went. */
export function StepsTable({ view }: { readonly view: CaseView }): VNode {
  const texts = caseTexts(view.lang);
  const columns: readonly Column<StepLine>[] = [
    { key: "step", label: texts.step, primary: true, cell: (line) => <StepCell view={view} line={line} /> },
    { key: "budget", label: texts.budget, kind: "number", cell: (line) => amount(texts, line.budgetMinutes) },
    { key: "used", label: texts.used, kind: "number", cell: (line) => <Used texts={texts} line={line} /> },
    {
      key: "end",
      label: texts.outcome,
      cell: (line) =>
        line.closedAt === undefined ? (
          <Badge label={texts.running} tone="info" icon="pen" />
        ) : (
          <span title={formatDateTime(line.closedAt, view.lang)}>
            {texts.outcomes[line.outcome ?? ""] ?? line.outcome}
          </span>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={texts.steps}
        captionHidden
        columns={columns}
        rows={view.steps}
        rowKey={(line) => String(line.seq)}
        rowMark={(line) => (isOver(line) ? "late" : undefined)}
        cards={false}
        empty={null}
      />
      <p class="soft small">{texts.caseUsed(amount(texts, view.consumption.caseMinutes))}</p>
    </>
  );
}

function StepCell({ view, line }: { readonly view: CaseView; readonly line: StepLine }): VNode {
  const { names } = view;
  const unit = names.shortUnit(line.unitId);
  return (
    <>
      {view.stepName(line)}
      <div class="soft small">
        {line.officerId === undefined ? unit : caseTexts(view.lang).by(names.officer(line.officerId), unit)}
      </div>
    </>
  );
}

function Used({ texts, line }: { readonly texts: CaseTexts; readonly line: StepLine }): VNode {
  return (
    <>
      {amount(texts, line.usedMinutes)}
      {line.uncounted === undefined ? (
        line.countedMinutes < line.usedMinutes && isMain(line) ? (
          <div class="soft small">{texts.beside(amount(texts, line.countedMinutes))}</div>
        ) : null
      ) : (
        <div class="soft small">{texts.notCounted}</div>
      )}
      {isOver(line) ? (
        <div class="tone-danger">
          <Badge
            tone="danger"
            icon="clock-alert"
            label={texts.over(amount(texts, line.usedMinutes - (line.budgetMinutes ?? 0)))}
          />
        </div>
      ) : null}
    </>
  );
}

function isOver(line: StepLine): boolean {
  const { uncounted, inTime, budgetMinutes, usedMinutes } = line;
  if (uncounted !== undefined || inTime === true) return false;
  return budgetMinutes !== undefined && usedMinutes > budgetMinutes;
}

/** Working time in hours below a working day of 480 minutes, else in days, as budgets are set. */
function amount(texts: CaseTexts, minutes: number | undefined): string {
  if (minutes === undefined) return texts.noBudget;
  const rounded = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 2 });
  return minutes < 480 ? texts.hours(rounded(minutes / 60)) : texts.days(rounded(minutes / 480));
}
