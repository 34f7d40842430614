import type { VNode } from "preact";
import { errorOf, Fieldset, Icon } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import type { DeskModel } from "./desk-model.ts";
import { formAsked, isGiven, type PaperRow, paperField, typed } from "./paper-rows.ts";
import { receiveTexts } from "./receive-texts.ts";

type RowProps = { readonly model: DeskModel; readonly row: PaperRow };

/** The papers of the procedure: what came, how, how often, and its scan. */
export function PapersPart({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  return (
    <Fieldset legend={texts.papers}>
      <div class="table-wrap">
        <table class="table cards">
          <caption class="hush">{texts.papers}</caption>
          <thead>
            <tr>
              <td class="pick">
                <input
                  type="checkbox"
                  aria-label={texts.received}
                  data-select-all="paper"
                  data-needs-js
                  hidden
                />
              </td>
              <th scope="col">{texts.paper}</th>
              <th scope="col">{texts.form}</th>
              <th scope="col">{texts.count}</th>
              <th scope="col">{texts.files}</th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map((row, index) => (
              <Line key={row.id} model={model} row={row} number={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
    </Fieldset>
  );
}

function Line({ model, row, number }: RowProps & { readonly number: number }): VNode {
  const texts = receiveTexts(model.lang).form;
  const { paper } = row;
  const files = model.filesOf(row);
  const ticked = isGiven(
    row,
    model.values,
    files.map(({ file }) => file),
  );
  const name = paper?.name ?? texts.otherPaper(Number(row.id.slice(1)));
  const fault = errorOf(model.errors, paperField(row));
  return (
    <tr>
      <td class="pick">
        {paper === undefined ? null : (
          <input type="checkbox" id={paperField(row)} name={paperField(row)} value="yes" checked={ticked} />
        )}
      </td>
      <th scope="row">
        {paper === undefined ? (
          <input
            class="input"
            type="text"
            id={paperField(row)}
            name={paperField(row, "name")}
            value={typed(model.values, paperField(row, "name"))}
            placeholder={name}
            aria-label={name}
            autocomplete="off"
          />
        ) : (
          <div class="w-medium">
            <label for={paperField(row)}>
              {number}. {paper.name}
              <PaperNote model={model} row={row} />
            </label>
          </div>
        )}
        {fault === undefined ? null : <FaultText text={fault} />}
      </th>
      <td data-label={texts.form}>
        <FormChoice model={model} row={row} label={`${texts.form}: ${name}`} />
      </td>
      <td data-label={texts.count}>
        <input
          class="input w-tiny"
          type="text"
          inputMode="numeric"
          maxLength={2}
          name={paperField(row, "count")}
          value={typed(model.values, paperField(row, "count")) || String(usualCount(row))}
          aria-label={`${texts.count}: ${name}`}
          autocomplete="off"
        />
      </td>
      <td data-label={texts.files}>
        <Files model={model} row={row} label={`${texts.files}: ${name}`} />
      </td>
    </tr>
  );
}

function PaperNote({ model, row }: RowProps): VNode | null {
  const texts = receiveTexts(model.lang).form;
  const { paper } = row;
  if (paper === undefined) return null;
  const notes = [
    paper.required ? texts.must : "",
    texts.asked(paper.originals, paper.copies),
    paper.form ?? "",
  ];
  return <span class="soft small"> ({notes.filter((note) => note !== "").join("; ")})</span>;
}

function FormChoice({ model, row, label }: RowProps & { readonly label: string }): VNode {
  const chosen = typed(model.values, paperField(row, "form")) || formAsked(row.paper);
  return (
    <select class="input" name={paperField(row, "form")} aria-label={label}>
      {Object.entries(textsOf(model.lang).paperForms).map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Files({ model, row, label }: RowProps & { readonly label: string }): VNode {
  const texts = receiveTexts(model.lang).form;
  const id = paperField(row, "file");
  const fault = errorOf(model.errors, id);
  return (
    <div>
      {model.filesOf(row).map(({ file, token }) => (
        <label key={token} class="row" title={texts.keptFile}>
          <input type="checkbox" name={paperField(row, "kept")} value={token} checked />
          <span>
            {file.name} <span class="soft small">{kilobytes(file.bytes)}</span>
          </span>
        </label>
      ))}
      {fault === undefined ? null : <FaultText text={fault} />}
      <input
        class="input"
        type="file"
        id={id}
        name={id}
        multiple
        accept=".pdf,image/jpeg,image/png,image/webp,image/tiff"
        aria-label={label}
        aria-invalid={fault === undefined ? undefined : "true"}
      />
    </div>
  );
}

function FaultText({ text }: { readonly text: string }): VNode {
  return (
    <p class="error-text">
      <Icon name="alert" />
      <span>{text}</span>
    </p>
  );
}

function usualCount({ paper }: PaperRow): number {
  return Math.max(1, paper === undefined ? 1 : paper.originals || paper.copies);
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("vi-VN")} kB`;
}
