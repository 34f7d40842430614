import type { VNode } from "preact";
import { useTexts } from "../lang.ts";
import type { Column, DataTableProps } from "./data-table.tsx";

export type RowDrawing<Row> = Pick<DataTableProps<Row>, "columns" | "rowKey" | "rowHref" | "selection">;

type ColumnHeadProps = Pick<Column<unknown>, "label" | "kind" | "sort">;

/** The head of a column; a sortable one is a link and says its order. */
export function ColumnHead({ label, kind, sort }: ColumnHeadProps): VNode {
  return (
    <th scope="col" class={kind === "number" ? "number" : undefined} aria-sort={sort?.now}>
      {sort === undefined ? label : <a href={sort.href}>{`${label}${arrow(sort.now)}`}</a>}
    </th>
  );
}

function arrow(order: "ascending" | "descending" | undefined): string {
  if (order === undefined) return "";
  return order === "ascending" ? " ↑" : " ↓";
}

/** The cells of one row, the checkbox of a batch first. */
export function RowCells<Row>({
  row,
  drawing,
}: {
  readonly row: Row;
  readonly drawing: RowDrawing<Row>;
}): VNode {
  return (
    <>
      {drawing.selection === undefined ? null : <Pick row={row} drawing={drawing} />}
      {drawing.columns.map((column) => {
        const content = column.cell(row);
        if (column.primary !== true) {
          return (
            <td key={column.key} class={column.kind} data-label={column.label}>
              {content}
            </td>
          );
        }
        const href = drawing.rowHref?.(row);
        return (
          <th key={column.key} scope="row" class={column.kind}>
            {href === undefined ? content : <a href={href}>{content}</a>}
          </th>
        );
      })}
    </>
  );
}

function Pick<Row>({ row, drawing }: { readonly row: Row; readonly drawing: RowDrawing<Row> }): VNode | null {
  const texts = useTexts();
  if (drawing.selection === undefined) return null;
  const { name, form, label, refusal } = drawing.selection;
  const why = refusal?.(row);
  const named = texts.selectRow(label(row));
  return (
    <td class="pick" title={why}>
      <input
        type="checkbox"
        name={name}
        value={drawing.rowKey(row)}
        form={form}
        aria-label={why === undefined ? named : `${named}: ${why}`}
        disabled={why === undefined ? undefined : true}
      />
    </td>
  );
}
