import type { VNode } from "preact";
import { formatDate, formatDateTime, type Lang, type LocalDate } from "../../../kernel/time.ts";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  Form,
  LinkButton,
  Notice,
  PageTitle,
  PrintLink,
  ProcessDiagram,
  ProgressBar,
  Select,
} from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { pictureOf } from "../diagram/process-picture.ts";
import { limitsOfProcess } from "../limit-of.ts";
import type { ProcedureFacts } from "../processes-deps.ts";
import type { MoveState } from "../running-cases.ts";
import { countText, textsOf, URL } from "../texts.ts";
import type { ProcessVersion, ShownProcess } from "./process.query.ts";
import { StepsTable, Sums, TermsText } from "./process-parts.view.tsx";

type Props = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly process: ShownProcess;
  readonly procedure: ProcedureFacts | undefined;
  readonly move: MoveState | undefined;
  readonly running: number;
  readonly draftId: number | undefined;
  readonly manages: boolean;
  readonly today: LocalDate;
};

/** One published version: its steps beside the diagram, its terms, who published it, and every other version. */
export function ShowProcessView(props: Props): VNode {
  const { lang, directory, process, procedure, running, today } = props;
  const texts = textsOf(lang);
  const { version } = process;
  const { steps, terms } = version.definition;
  const variant = procedure?.variants.find(({ code }) => code === version.variantCode);
  const name = lang === "en" ? (procedure?.nameEn ?? procedure?.name) : procedure?.name;
  return (
    <>
      <PageTitle
        title={name ?? version.procedureCode}
        kicker={
          <>
            <a href={URL}>{texts.title}</a> · {version.definition.code}
          </>
        }
        badge={<Badge label={texts.version(version.definition.version)} tone="info" />}
        lead={
          <>
            {version.variantCode === "" ? null : `${texts.variant(variant?.name ?? version.variantCode)}. `}
            {validText(version, lang)} ({texts.standing[standingOf(version, today)]}).{" "}
            {texts.runningHere(countText(running, lang))}
          </>
        }
        actions={<PageActions {...props} />}
      />
      <MoveView lang={lang} move={props.move} processId={version.id} />
      {props.manages && standingOf(version, today) === "later" ? (
        <Notice tone="info">{texts.changeDay}</Notice>
      ) : null}
      <Sums lang={lang} steps={steps} limits={limitsOfProcess(procedure, version.variantCode)} />
      <div class="with-diagram">
        <section class="flow">
          <h2>{texts.steps}</h2>
          <StepsTable lang={lang} directory={directory} steps={steps} />
          <h2>{texts.terms}</h2>
          <TermsText lang={lang} terms={terms} />
        </section>
        <div class="beside">
          <ProcessDiagram {...pictureOf(steps, directory, lang)} label={texts.diagram} />
        </div>
      </div>
      <h2>{texts.versions}</h2>
      <Versions {...props} />
      <VariantForm {...props} />
    </>
  );
}

function PageActions({ lang, process, draftId, manages }: Props): VNode {
  const texts = textsOf(lang);
  const { id, procedureCode, variantCode } = process.version;
  return (
    <div class="row">
      <LinkButton href={`${URL}/${id}/try`} icon="clock">
        {texts.try}
      </LinkButton>
      <LinkButton href={`${URL}/${id}/bpmn`} icon="download">
        {texts.bpmn}
      </LinkButton>
      <PrintLink />
      {!manages ? null : draftId === undefined ? (
        <Form action={`${URL}/drafts`} class="row">
          <input type="hidden" name="procedureCode" value={procedureCode} />
          <input type="hidden" name="variantCode" value={variantCode} />
          <Button kind="primary" icon="pen">
            {texts.newDraft}
          </Button>
        </Form>
      ) : (
        <LinkButton href={`${URL}/drafts/${draftId}`} kind="primary" icon="pen">
          {texts.openDraft}
        </LinkButton>
      )}
    </div>
  );
}

/** A variant that goes by the process of the whole procedure may be given one of its own. */
function VariantForm({ lang, process, procedure, manages }: Props): VNode | null {
  const texts = textsOf(lang);
  const { procedureCode, variantCode } = process.version;
  const variants = procedure?.variants ?? [];
  if (!manages || variantCode !== "" || variants.length === 0) return null;
  return (
    <Form action={`${URL}/drafts`} class="filters no-print">
      <input type="hidden" name="procedureCode" value={procedureCode} />
      <Select
        name="variantCode"
        label={texts.newVariantDraft}
        options={variants.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      />
      <Button icon="pen">{texts.newDraft}</Button>
    </Form>
  );
}

/** How far the move of running cases to this version is. */
function MoveView({
  lang,
  move,
  processId,
}: {
  readonly lang: Lang;
  readonly move: MoveState | undefined;
  readonly processId: number;
}): VNode | null {
  if (move === undefined) return null;
  const texts = textsOf(lang).moving;
  const count = (value: number) => countText(value, lang);
  if (move.endedAt !== undefined && move.begunAt === undefined)
    return <Notice tone="neutral">{texts.dropped}</Notice>;
  if (move.endedAt !== undefined)
    return (
      <Notice tone="ok" title={texts.title}>
        <p>{texts.done(count(move.moved), count(move.stayed), formatDateTime(move.endedAt, lang))}</p>
      </Notice>
    );
  return (
    <section class="flow no-print" aria-label={texts.title}>
      {move.begunAt === undefined ? (
        <Notice tone="info">{texts.waits}</Notice>
      ) : (
        <ProgressBar
          label={texts.running}
          value={move.done}
          max={Math.max(1, move.total)}
          text={texts.progress(count(move.done), count(move.total))}
        />
      )}
      <LinkButton href={`${URL}/${processId}`}>{texts.refresh}</LinkButton>
    </section>
  );
}

function Versions({ lang, directory, process, today }: Props): VNode {
  const texts = textsOf(lang);
  const columns: readonly Column<ProcessVersion>[] = [
    {
      key: "version",
      label: texts.versions,
      primary: true,
      cell: (row) => (
        <>
          <a href={`${URL}/${row.id}`} aria-current={row.id === process.version.id ? "page" : undefined}>
            {texts.version(row.definition.version)}
          </a>{" "}
          <Badge
            label={texts.standing[standingOf(row, today)]}
            tone={standingOf(row, today) === "now" ? "ok" : "neutral"}
          />
        </>
      ),
    },
    { key: "valid", label: texts.valid, cell: (row) => validText(row, lang) },
    { key: "decision", label: texts.decision, cell: (row) => row.decision ?? texts.byProgram },
    { key: "reason", label: texts.reason, cell: (row) => row.reason ?? "" },
    {
      key: "published",
      label: texts.published,
      cell: (row) =>
        `${formatDateTime(row.publishedAt, lang)}${row.publishedBy === undefined ? "" : `, ${directory.officerName(row.publishedBy)}`}`,
    },
  ];
  return (
    <DataTable
      caption={texts.versions}
      captionHidden
      rows={process.all}
      rowKey={(row) => String(row.id)}
      columns={columns}
      empty={null}
    />
  );
}

function validText({ validFrom, validTo }: ProcessVersion, lang: Lang): string {
  const to = validTo === undefined || validTo <= validFrom ? undefined : formatDate(validTo);
  return textsOf(lang).validFromTo(formatDate(validFrom), to);
}

function standingOf(
  { validFrom, validTo }: ProcessVersion,
  today: LocalDate,
): keyof ReturnType<typeof textsOf>["standing"] {
  if (validTo !== undefined && validTo <= validFrom) return "replaced";
  if (validTo !== undefined && validTo <= today) return "past";
  return validFrom > today ? "later" : "now";
}
