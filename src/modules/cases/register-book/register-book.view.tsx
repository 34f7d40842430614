import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import {
  Button,
  type CaseStateCode,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  LongName,
  PageTitle,
  Pagination,
  PrintLink,
  Select,
  StateBadge,
} from "../../../ui/index.ts";
import type { Unit } from "../../organisation/index.ts";
import { textsOf } from "../texts.ts";
import type { RegisterLine } from "./register-book.query.ts";
import type { RegisterChoice } from "./register-filter.ts";
import type { RegisterMessages } from "./register-messages.vi.ts";

type Props = {
  readonly lang: Lang;
  readonly texts: RegisterMessages;
  readonly choice: RegisterChoice;
  /** The dates as they were typed. */
  readonly typed: { readonly from: string; readonly to: string };
  readonly units: readonly Unit[];
  readonly fields: readonly string[];
  readonly lines: readonly RegisterLine[];
  readonly more: boolean;
  readonly unitName: (id: number) => string;
  readonly errors: readonly FormError[];
};

/** The register on the screen. */
export function RegisterView(props: Props): VNode {
  const { texts, choice, lines, errors } = props;
  const last = lines.at(-1);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            <PrintLink href={`/officer/register.pdf?${address(choice)}`} label={texts.pdf} />
            <LinkButton href={`/officer/register.csv?${address(choice)}`} icon="download">
              {texts.csv}
            </LinkButton>
          </>
        }
      />
      <Filters {...props} />
      <DataTable
        caption={texts.title}
        captionHidden
        columns={columnsOf(props)}
        rows={lines}
        rowKey={(line) => line.id}
        rowHref={(line) => `/officer/cases/${line.id}`}
        empty={<EmptyState title={texts.nothingTitle}>{texts.nothing}</EmptyState>}
      />
      {lines.length === 0 ? null : (
        <Pagination
          note={
            <>
              {texts.onPage(lines.length)}
              {choice.after === undefined ? null : (
                <>
                  {" · "}
                  <a href={`/officer/register?${address(choice)}`}>{texts.firstPage}</a>
                </>
              )}
            </>
          }
          nextHref={
            props.more && last !== undefined
              ? `/officer/register?${address(choice)}&after=${last.receivedAt}~${last.id}`
              : undefined
          }
        />
      )}
    </>
  );
}

/** The choice as an address, without the place in the list. */
function address({ unitId, from, to, field }: RegisterChoice): string {
  const query = new URLSearchParams({ unit: String(unitId), from, to });
  if (field !== undefined) query.set("field", field);
  return query.toString();
}

function Filters({ texts, choice, typed, units, fields, errors }: Props): VNode {
  return (
    <Form action="/officer/register" method="get" class="filters">
      {units.length > 1 ? (
        <Select
          name="unit"
          label={texts.unit}
          emptyLabel={false}
          value={String(choice.unitId)}
          options={units.map((unit) => ({ value: String(unit.id), label: unit.name }))}
        />
      ) : null}
      <DateField name="from" label={texts.from} value={typed.from} error={errorOf(errors, "from")} />
      <DateField name="to" label={texts.to} value={typed.to} error={errorOf(errors, "to")} />
      <Select
        name="field"
        label={texts.field}
        required={false}
        unmarked
        emptyLabel={texts.allFields}
        value={choice.field ?? ""}
        options={fields.map((field) => ({ value: field, label: field }))}
      />
      <Button icon="search">{texts.filter}</Button>
    </Form>
  );
}

function columnsOf({ texts, lang, unitName }: Props): readonly Column<RegisterLine>[] {
  const methods: Readonly<Record<string, string>> = textsOf(lang).returnMethods;
  const when = (at: number | null) => (at === null ? "" : formatDateTime(at, lang));
  return [
    { key: "code", label: texts.code, primary: true, kind: "code", cell: (line) => line.code },
    {
      key: "procedure",
      label: texts.procedure,
      cell: (line) => withNote(<LongName text={line.procedureName} />, unitName(line.decidingUnitId)),
    },
    {
      key: "applicant",
      label: texts.applicant,
      cell: (line) =>
        withNote(line.applicantName, [line.applicantAddress, line.applicantPhone].filter(Boolean).join("; ")),
    },
    { key: "received", label: texts.received, cell: (line) => when(line.receivedAt) },
    { key: "due", label: texts.due, cell: (line) => when(line.firstDueAt) },
    {
      key: "returned",
      label: texts.returned,
      cell: (line) => withNote(when(line.returnedAt), methods[line.returnMethod] ?? ""),
    },
    {
      key: "state",
      label: texts.state,
      cell: (line) => <StateBadge state={line.status as CaseStateCode} />,
    },
  ];
}

function withNote(text: VNode | string, note: string): VNode {
  return (
    <div>
      {text === "" ? null : <div>{text}</div>}
      <span class="soft small">{note}</span>
    </div>
  );
}
