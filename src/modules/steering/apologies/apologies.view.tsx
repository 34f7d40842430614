import type { VNode } from "preact";
import { formatDate, formatDateTime, type Instant, type Lang } from "../../../kernel/time.ts";
import {
  Actions,
  Button,
  Card,
  type Column,
  DataTable,
  DateField,
  DueChip,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  SummaryList,
  TextArea,
} from "../../../ui/index.ts";
import { apologyPaperHref, type DueView } from "../../cases/index.ts";
import type { ClosedApology, OpenApology } from "./apologies.query.ts";
import { en } from "./messages.en.ts";
import { type ApologyMessages, vi } from "./messages.vi.ts";

export const apologyTexts = (lang: Lang): ApologyMessages => (lang === "vi" ? vi : en);
export const APOLOGIES_URL = "/officer/apologies";

/** A draft with everything named. */
export type ShownApology = OpenApology & { readonly unit: string; readonly due: DueView };

/** A form that came back: whose it is, what was typed, what is wrong with it. */
export type TypedApology = {
  readonly caseId: string;
  /** undefined: no draft of the reader's units. */
  readonly caseCode: string | undefined;
  readonly reason: string;
  readonly newDate: string;
  readonly errors: readonly FormError[];
  readonly refusal: string | undefined;
};

type ViewProps = {
  readonly lang: Lang;
  readonly now: Instant;
  readonly drafts: readonly ShownApology[];
  readonly signed: readonly ClosedApology[];
  readonly lapsed: readonly ClosedApology[];
  /** The cases named here that the reader may open. */
  readonly readable: ReadonlySet<string>;
  readonly more: boolean;
  readonly typed: TypedApology | undefined;
};

/** What a leader has to apologise for: late ones first, each with its form; below what was signed lately. */
export function Apologies({ lang, now, drafts, signed, lapsed, readable, more, typed }: ViewProps): VNode {
  const words = apologyTexts(lang);
  const late = drafts.filter((draft) => draft.dueAt < now).length;
  const hasCard = drafts.some((draft) => draft.caseId === typed?.caseId);
  return (
    <>
      {typed === undefined ? null : <ErrorSummary errors={typed.errors} />}
      {typed === undefined || (typed.refusal === undefined && hasCard) ? null : (
        <Notice tone="danger" live title={words.refused(typed.caseCode)}>
          {typed.refusal === undefined ? null : <p>{typed.refusal}</p>}
          {hasCard ? null : <Typed lang={lang} typed={typed} readable={readable.has(typed.caseId)} />}
        </Notice>
      )}
      <PageTitle title={words.title} lead={words.lead(drafts.length, late)} />
      <p class="soft small">{words.law}</p>
      {drafts.length === 0 ? (
        <EmptyState title={words.emptyTitle} icon="check-circle">
          {words.empty}
        </EmptyState>
      ) : (
        drafts.map((draft) => (
          <DraftCard
            key={draft.caseId}
            lang={lang}
            draft={draft}
            readable={readable.has(draft.caseId)}
            typed={typed?.caseId === draft.caseId ? typed : undefined}
          />
        ))
      )}
      {more ? <p class="soft">{words.more(drafts.length)}</p> : null}
      <Lapsed lang={lang} lapsed={lapsed} readable={readable} />
      <Signed lang={lang} signed={signed} readable={readable} />
    </>
  );
}

/** What was typed for a draft that is not among those shown any more: nobody types a reason twice. */
function Typed({
  lang,
  typed,
  readable,
}: {
  readonly lang: Lang;
  readonly typed: TypedApology;
  readonly readable: boolean;
}): VNode {
  const words = apologyTexts(lang);
  return (
    <>
      <SummaryList
        dense
        items={[
          { label: words.reason, value: typed.reason },
          { label: words.newDate, value: typed.newDate },
        ]}
      />
      {readable ? (
        <p>
          <a href={`/officer/cases/${typed.caseId}`}>{words.openCase}</a>
        </p>
      ) : null}
    </>
  );
}

type CardProps = {
  readonly lang: Lang;
  readonly draft: ShownApology;
  readonly readable: boolean;
  readonly typed: TypedApology | undefined;
};

function DraftCard({ lang, draft, readable, typed }: CardProps): VNode {
  const words = apologyTexts(lang);
  const errors = typed?.errors ?? [];
  const id = (field: string) => `${field}-${draft.caseId}`;
  return (
    <Card>
      <div class="flow">
        <h2>
          {readable ? (
            <a class="code" href={`/officer/cases/${draft.caseId}`}>
              {draft.caseCode}
            </a>
          ) : (
            <span class="code">{draft.caseCode}</span>
          )}{" "}
          <DueChip {...draft.due} />
        </h2>
        <p>
          {draft.procedureName}
          <br />
          <span class="soft small">
            {draft.unit}. {words.owed(formatDateTime(draft.dueAt, lang))}
          </span>
        </p>
        <Form action={APOLOGIES_URL} keep={`apology-${draft.caseId}`} hasErrors={typed !== undefined}>
          <input type="hidden" name="case" value={draft.caseId} />
          <TextArea
            name="reason"
            id={id("reason")}
            label={words.reason}
            hint={words.reasonHint}
            rows={2}
            value={typed?.reason}
            error={errorOf(errors, id("reason"))}
          />
          <DateField
            name="newDate"
            id={id("newDate")}
            label={words.newDate}
            hint={words.newDateHint(formatDate(draft.proposedDate))}
            value={typed?.newDate ?? formatDate(draft.proposedDate)}
            error={errorOf(errors, id("newDate"))}
          />
          <Actions>
            <Button kind="primary" icon="pen">
              {words.sign}
            </Button>
          </Actions>
        </Form>
      </div>
    </Card>
  );
}

/** Late cases that ended while nobody signed: the applicant was never told. */
function Lapsed({ lang, lapsed, readable }: Pick<ViewProps, "lang" | "lapsed" | "readable">): VNode | null {
  const words = apologyTexts(lang);
  if (lapsed.length === 0) return null;
  return (
    <DataTable
      caption={words.lapsedTitle}
      columns={[
        caseColumn(words, readable),
        { key: "due", label: words.due, cell: (row) => formatDateTime(row.dueAt, lang) },
        { key: "ended", label: words.endedAt, cell: (row) => formatDateTime(row.closedAt, lang) },
      ]}
      rows={lapsed}
      rowKey={(row) => row.caseId}
      empty={null}
    />
  );
}

/** The code of a case, a link for who may open it. */
function caseColumn(words: ApologyMessages, readable: ReadonlySet<string>): Column<ClosedApology> {
  return {
    key: "case",
    label: words.case,
    primary: true,
    kind: "code",
    cell: ({ caseId, caseCode }) =>
      readable.has(caseId) ? <a href={`/officer/cases/${caseId}`}>{caseCode}</a> : caseCode,
  };
}

function Signed({ lang, signed, readable }: Pick<ViewProps, "lang" | "signed" | "readable">): VNode | null {
  const words = apologyTexts(lang);
  if (signed.length === 0) return null;
  return (
    <DataTable
      caption={words.signedTitle}
      columns={[
        caseColumn(words, readable),
        { key: "at", label: words.signedAt, cell: (row) => formatDateTime(row.closedAt, lang) },
        {
          key: "paper",
          label: words.paper,
          cell: (row) =>
            row.actionSeq === null || !readable.has(row.caseId) ? (
              ""
            ) : (
              <a href={apologyPaperHref(row.caseId, row.actionSeq)}>{words.print}</a>
            ),
        },
      ]}
      rows={signed}
      rowKey={(row) => row.caseId}
      empty={null}
    />
  );
}
