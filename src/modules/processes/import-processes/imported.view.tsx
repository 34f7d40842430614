import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorOf,
  FileField,
  Form,
  type FormError,
  LongName,
  Notice,
  PageTitle,
  Pagination,
  TextField,
} from "../../../ui/index.ts";
import { asked, URL } from "../texts.ts";
import type { ImportedDecision } from "./import-decision.ts";
import { importTexts } from "./import-texts.ts";
import type { KeptProcess } from "./imported.query.ts";
import { ImportedNotes, placeOf } from "./imported-notes.view.tsx";

export const IMPORTED = `${URL}/imported`;

export type ImportedProps = {
  readonly lang: Lang;
  readonly rows: readonly KeptProcess[];
  /** After which the next page begins; undefined on the last. */
  readonly next: number | undefined;
  readonly isFirst: boolean;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** What was just read, where a part of the file is none of the processes below. */
  readonly read?: ImportedDecision | undefined;
};

/** A form that reads a decision, and what was read so far. */
export function ImportedView(props: ImportedProps): VNode {
  const { lang, rows, next, isFirst, values, errors } = props;
  const texts = importTexts(lang);
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} kicker={<a href={URL}>{texts.back}</a>} />
      <ErrorSummary errors={errors} />
      {props.read === undefined ? null : <WithoutSteps lang={lang} read={props.read} />}
      <Form action={IMPORTED} multipart>
        <TextField
          name="decision"
          label={texts.decision}
          value={asked(values.decision, 200)}
          error={errorOf(errors, "decision")}
        />
        <FileField
          name="file"
          label={texts.file}
          hint={texts.fileHint}
          accept=".json,application/json"
          error={errorOf(errors, "file")}
        />
        <Button kind="primary" icon="upload">
          {texts.read}
        </Button>
      </Form>
      <DataTable
        caption={texts.title}
        captionHidden
        columns={columns(props)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      />
      <Pagination
        nextHref={next === undefined ? undefined : `${IMPORTED}?after=${next}`}
        previousHref={isFirst ? undefined : IMPORTED}
      />
    </>
  );
}

/** Records of the file that gave no process, each by its name. */
function WithoutSteps({ lang, read }: { readonly lang: Lang; readonly read: ImportedDecision }): VNode {
  const texts = importTexts(lang);
  return (
    <Notice tone="warn" title={texts.withoutSteps(read.withoutSteps.length)} live>
      <p>{texts.done(read.processes, read.kept)}</p>
      <ul>
        {read.withoutSteps.map(({ article, title }) => (
          <li>{`Điều ${article}. ${title}`}</li>
        ))}
      </ul>
    </Notice>
  );
}

function columns({ lang, values, errors }: ImportedProps): readonly Column<KeptProcess>[] {
  const texts = importTexts(lang);
  return [
    {
      key: "process",
      label: texts.process,
      primary: true,
      cell: (row) => (
        <>
          <LongName text={row.title} />
          <div class="soft small">{placeOf(row)}</div>
        </>
      ),
    },
    {
      key: "read",
      label: texts.readColumn,
      cell: (row) => (
        <>
          <div>{texts.counts(row.steps.length, row.budgetsRead)}</div>
          <div class="soft small">
            {row.limit === null ? texts.noLimit : formatTimeLimit(row.limit, lang)}
          </div>
          <ImportedNotes row={row} lang={lang} />
        </>
      ),
    },
    {
      key: "use",
      label: texts.use,
      cell: (row) =>
        row.procedureCode === null ? (
          <Form action={`${IMPORTED}/draft`}>
            <input type="hidden" name="id" value={row.id} />
            <TextField
              id={`procedureCode-${row.id}`}
              name="procedureCode"
              label={texts.procedure}
              value={asked(values.id) === String(row.id) ? asked(values.procedureCode) : ""}
              error={errorOf(errors, `procedureCode-${row.id}`)}
            />
            <Button small icon="pen">
              {texts.make}
            </Button>
          </Form>
        ) : (
          texts.drafted(row.procedureCode)
        ),
    },
  ];
}
