import type { ComponentChildren, VNode } from "preact";
import { useTexts } from "../lang.ts";
import { classes } from "../tone.ts";
import { ColumnHead, RowCells, type RowDrawing } from "./table-parts.tsx";

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** "code" never breaks, "number" stands right with even digits. */
  readonly kind?: "text" | "number" | "code" | undefined;
  /** The cell that names the row: a row header, the link, the title of the card on a telephone. One per table. */
  readonly primary?: boolean | undefined;
  /** A link that sorts by this column, with the order it shows now. */
  readonly sort?:
    | { readonly href: string; readonly now?: "ascending" | "descending" | undefined }
    | undefined;
};

export type RowSelection<Row> = {
  /** Name of the checkboxes; the value is the row's key. */
  readonly name: string;
  /** Id of the form that sends them. */
  readonly form: string;
  /** What the row is called for screen readers. */
  readonly label: (row: Row) => string;
  /** Why this row cannot be selected; undefined when it can. */
  readonly refusal?: ((row: Row) => string | undefined) | undefined;
};

export type DataTableProps<Row> = {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: ((row: Row) => string | undefined) | undefined;
  /** A coloured edge; the words of a cell must say the same. */
  readonly rowMark?: ((row: Row) => "late" | "soon" | undefined) | undefined;
  readonly selection?: RowSelection<Row> | undefined;
  /** Shown instead of the table when there are no rows. */
  readonly empty: ComponentChildren;
  /** False keeps a true table on a telephone (it scrolls); default is cards. */
  readonly cards?: boolean | undefined;
  /** Cells of a closing row, one for each column. */
  readonly foot?: readonly ComponentChildren[] | undefined;
};

/** A list of rows: sticky head, keyboard rows (j, k, Enter), checkboxes for batches, cards at 360 px. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  const { columns, rows, selection, cards = true, foot } = props;
  if (rows.length === 0) return <>{props.empty}</>;
  const drawing: RowDrawing<Row> = props;
  return (
    <div class={classes("table-wrap", !cards && "scroll")} tabIndex={cards ? undefined : 0}>
      <table class={classes("table", cards && "cards")} data-rows>
        <caption class={props.captionHidden === true ? "hush" : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {selection === undefined ? null : <SelectAllHead form={selection.form} name={selection.name} />}
            {columns.map((column) => (
              <ColumnHead key={column.key} label={column.label} kind={column.kind} sort={column.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)} class={props.rowMark?.(row)}>
              <RowCells row={row} drawing={drawing} />
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <Foot cells={foot} columns={columns} lead={selection !== undefined} />}
      </table>
    </div>
  );
}

function SelectAllHead({ form, name }: { readonly form: string; readonly name: string }): VNode {
  const texts = useTexts();
  return (
    <td class="pick">
      <input
        type="checkbox"
        form={form}
        aria-label={texts.selectAll}
        data-select-all={name}
        data-needs-js
        hidden
      />
    </td>
  );
}

type FootProps<Row> = {
  readonly cells: readonly ComponentChildren[];
  readonly columns: readonly Column<Row>[];
  readonly lead: boolean;
};

function Foot<Row>({ cells, columns, lead }: FootProps<Row>): VNode {
  return (
    <tfoot>
      <tr>
        {lead ? <td /> : null}
        {columns.map((column, index) => (
          <td key={column.key} class={column.kind} data-label={column.label}>
            {cells[index]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
