import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formatDate, localDateOf } from "../../../kernel/time.ts";
import { holds } from "../../../platform/permission.ts";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  LongName,
  PageTitle,
  Pagination,
  SearchBox,
  Select,
} from "../../../ui/index.ts";
import { importTexts } from "../import-processes/import-texts.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { asked, textsOf, URL } from "../texts.ts";
import { LIST_STATES, type ListState, listProcesses, type ProcessListItem } from "./processes.query.ts";

const SIZE = 50;
type Asked = { readonly q: string; readonly state: ListState | undefined; readonly after: string };
type Row = ProcessListItem & { readonly name: string };
type Found = { readonly rows: readonly Row[]; readonly next: string | undefined };

/** GET /officer/processes: every process with its version in force and its draft, by name or code. */
export function listProcessesPage(app: FastifyInstance, deps: ProcessesDeps): void {
  app.get<{ Querystring: Partial<Record<"q" | "state" | "after", string>> }>(
    URL,
    { config: { access: "officer.self" } },
    async (request, reply) => {
      const { query } = request;
      const question: Asked = {
        q: asked(query.q),
        state: LIST_STATES.find((state) => state === query.state),
        after: asked(query.after),
      };
      return deps.frame.officer(request, reply, {
        title: textsOf(request.lang).title,
        active: "processes",
        body: body(request, question, await find(deps, question)),
      });
    },
  );
}

/** Words are looked for in the catalogue, which knows names, everyday words and missing marks. */
async function find(deps: ProcessesDeps, { q, state, after }: Asked): Promise<Found> {
  const [procedureCode = "", variantCode = ""] = after.split("~");
  const known = q === "" ? undefined : await deps.searchProcedures(q);
  const items = await listProcesses(deps.database, {
    codes: known?.map(({ code }) => code),
    state,
    today: localDateOf(deps.clock()),
    after: { procedureCode, variantCode },
    limit: SIZE + 1,
  });
  const shown = items.slice(0, SIZE);
  const names =
    known === undefined
      ? await deps.procedureNames(shown.map((item) => item.procedureCode))
      : new Map(known.map(({ code, name }) => [code, name]));
  const rows = shown.map((item) => ({ ...item, name: names.get(item.procedureCode) ?? item.procedureCode }));
  const last = shown.at(-1);
  const next =
    items.length > SIZE && last !== undefined ? `${last.procedureCode}~${last.variantCode}` : undefined;
  return {
    rows: [...rows, ...(state === undefined && after === "" ? withoutProcess(known, rows) : [])],
    next,
  };
}

/** Procedures that were found and have no process yet: from here one is begun. */
function withoutProcess(
  known: Awaited<ReturnType<ProcessesDeps["searchProcedures"]>> | undefined,
  rows: readonly Row[],
): readonly Row[] {
  const have = new Set(rows.map((row) => row.procedureCode));
  return (known ?? [])
    .filter(({ code }) => !have.has(code))
    .slice(0, 20)
    .map(({ code, name }) => ({
      procedureCode: code,
      variantCode: "",
      name,
      processId: null,
      version: null,
      validFrom: null,
      steps: null,
      draftId: null,
      faults: null,
      changedAt: null,
    }));
}

function body(request: FastifyRequest, { q, state, after }: Asked, { rows, next }: Found): VNode {
  const texts = textsOf(request.lang);
  const address = (more: Readonly<Record<string, string>>) =>
    `${URL}?${new URLSearchParams({ ...(q === "" ? {} : { q }), ...(state === undefined ? {} : { state }), ...more })}`;
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          holds(request.actor, "process.manage") ? (
            <LinkButton href={`${URL}/imported`} icon="upload">
              {importTexts(request.lang).title}
            </LinkButton>
          ) : undefined
        }
      />
      <SearchBox
        action={URL}
        label={texts.search}
        value={q}
        id="process-search"
        hidden={state === undefined ? {} : { state }}
      />
      <Form action={URL} method="get" class="filters">
        {q === "" ? null : <input type="hidden" name="q" value={q} />}
        <Select
          name="state"
          label={texts.state}
          required={false}
          unmarked
          value={state}
          emptyLabel={texts.everyState}
          options={LIST_STATES.map((value) => ({ value, label: texts.states[value] }))}
        />
        <Button>{texts.filter}</Button>
      </Form>
      <DataTable
        caption={texts.title}
        captionHidden
        columns={columns(request)}
        rows={rows}
        rowKey={(row) => `${row.procedureCode} ${row.variantCode}`}
        empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      />
      <Pagination
        nextHref={next === undefined ? undefined : address({ after: next })}
        previousHref={after === "" ? undefined : address({})}
      />
    </>
  );
}

function columns({ lang, actor }: FastifyRequest): readonly Column<Row>[] {
  const texts = textsOf(lang);
  const manages = holds(actor, "process.manage");
  return [
    {
      key: "name",
      label: texts.procedure,
      primary: true,
      cell: (row) => (
        <>
          <LongName text={row.name} />
          <div class="soft small">
            {row.procedureCode}
            {row.variantCode === "" ? null : ` · ${texts.variant(row.variantCode)}`}
          </div>
        </>
      ),
    },
    {
      key: "version",
      label: texts.inForce,
      cell: (row) =>
        row.processId === null || row.version === null ? (
          <span class="soft">{row.draftId === null ? texts.none : texts.notInForce}</span>
        ) : (
          <a href={`${URL}/${row.processId}`}>
            {texts.versionFrom(row.version, row.validFrom === null ? "" : formatDate(row.validFrom))}
            <span class="hush"> {row.name}</span>
          </a>
        ),
    },
    {
      key: "steps",
      label: texts.steps,
      cell: (row) => (row.steps === null ? "" : texts.stepCount(row.steps)),
    },
    {
      key: "draft",
      label: texts.draft,
      cell: (row) => <DraftCell row={row} texts={texts} manages={manages} />,
    },
  ];
}

type CellProps = {
  readonly row: Row;
  readonly texts: ReturnType<typeof textsOf>;
  readonly manages: boolean;
};

function DraftCell({ row, texts, manages }: CellProps): VNode | null {
  const { draftId, faults, processId, procedureCode, variantCode, name } = row;
  if (draftId !== null) {
    const badge =
      (faults ?? 0) > 0 ? (
        <Badge tone="warn" icon="alert" label={texts.draftFaults(faults ?? 0)} />
      ) : (
        <Badge tone="info" icon="pen" label={texts.draftOpen} />
      );
    if (!manages) return badge;
    return (
      <span class="row">
        {badge}
        <a href={`${URL}/drafts/${draftId}`}>
          {texts.openDraft}
          <span class="hush"> {name}</span>
        </a>
      </span>
    );
  }
  if (!manages || processId !== null) return null;
  return (
    <Form action={`${URL}/drafts`} class="row">
      <input type="hidden" name="procedureCode" value={procedureCode} />
      <input type="hidden" name="variantCode" value={variantCode} />
      <input type="hidden" name="from" value="nothing" />
      <Button small icon="pen">
        {texts.newEmptyDraft}
      </Button>
    </Form>
  );
}
