import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import {
  Actions,
  Badge,
  Button,
  ErrorSummary,
  errorOf,
  FileField,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  ProcessDiagram,
  Select,
  TextField,
} from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { pictureOf } from "../diagram/process-picture.ts";
import type { DraftFault } from "../draft-faults.ts";
import type { KeptProcess } from "../import-processes/imported.query.ts";
import { ImportedFrom } from "../import-processes/imported-notes.view.tsx";
import { limitsOfProcess } from "../limit-of.ts";
import type { DraftContent, ProcessDraft } from "../manage-processes/process.query.ts";
import { Sums } from "../manage-processes/process-parts.view.tsx";
import type { ProcedureFacts } from "../processes-deps.ts";
import { textsOf, URL } from "../texts.ts";
import { DraftConflict } from "./draft-conflict.view.tsx";
import { fieldOf, type TypedDraft } from "./editor-form.ts";
import { StepRow, UNIT_LIST } from "./step-row.view.tsx";

export type EditorProps = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly procedure: ProcedureFacts | undefined;
  readonly draft: ProcessDraft;
  /** Number of the published version it began from. */
  readonly basedOn: number | undefined;
  /** The process of a decision from which it was read, if it was. */
  readonly imported: KeptProcess | undefined;
  /** As it stands in the fields, and as it was read from them. */
  readonly typed: TypedDraft;
  readonly content: DraftContent;
  readonly faults: readonly DraftFault[];
  readonly errors: readonly FormError[];
  /** The version that the fields were made from. */
  readonly seen: number;
  /** Somebody else saved meanwhile: `draft` is what they saved, `typed` what was sent here. */
  readonly isConflict: boolean;
};

/** One page: sums that stay in sight, a row per step, the diagram beside it, the terms, the faults. */
export function EditorView(props: EditorProps): VNode {
  const { lang, directory, draft, typed, content, errors } = props;
  const texts = textsOf(lang);
  const { edit } = texts;
  const address = `${URL}/drafts/${draft.id}`;
  return (
    <>
      <ErrorSummary errors={errors} title={props.isConflict ? edit.conflict.title : undefined} />
      <Head {...props} />
      {props.isConflict ? <DraftConflict {...props} /> : null}
      {/* What this tab keeps belongs to the rows of one version; it never comes back over those of another. */}
      <Form action={address} hasErrors={errors.length > 0} keep={`process-draft-${draft.id}-${props.seen}`}>
        <input type="hidden" name="version" value={props.seen} />
        <input type="hidden" name="rows" value={typed.steps.length} />
        <EditorBar {...props} />
        <Faults {...props} />
        {props.imported === undefined ? null : <ImportedFrom row={props.imported} lang={lang} />}
        <div class="with-diagram">
          <div class="flow">
            {typed.steps.map((step, row) => (
              <StepRow key={step.id} lang={lang} row={row} step={step} all={typed.steps} errors={errors} />
            ))}
            <Button name="do" value="add" icon="pen">
              {edit.add}
            </Button>
            <TermsFields {...props} />
          </div>
          <div class="beside flow">
            <ProcessDiagram {...pictureOf(content.steps, directory, lang)} label={texts.diagram} />
            <p class="soft small">{edit.noJs}</p>
          </div>
        </div>
        <datalist id={UNIT_LIST}>
          {directory.units().map((unit) => (
            <option key={unit.code} value={unit.code}>
              {lang === "vi" ? unit.name : unit.nameEn}
            </option>
          ))}
        </datalist>
        <Actions>
          <Button kind="primary" name="do" value="save" icon="check">
            {edit.save}
          </Button>
          <LinkButton href={`${address}/discard`} kind="danger">
            {edit.discard}
          </LinkButton>
        </Actions>
      </Form>
      <ImportForm lang={lang} draft={draft} />
    </>
  );
}

function Head({ lang, directory, procedure, draft, basedOn }: EditorProps): VNode {
  const texts = textsOf(lang);
  const variant = procedure?.variants.find(({ code }) => code === draft.variantCode);
  const who = draft.changedBy === undefined ? texts.byProgram : directory.officerName(draft.changedBy);
  return (
    <PageTitle
      title={procedure?.name ?? draft.procedureCode}
      kicker={
        <>
          <a href={URL}>{texts.title}</a> · {texts.edit.title} · {draft.variantCode || draft.procedureCode}
        </>
      }
      lead={[
        ...(draft.variantCode === "" ? [] : [texts.variant(variant?.name ?? draft.variantCode)]),
        basedOn === undefined ? texts.edit.basedOnNothing : texts.edit.basedOn(basedOn),
        texts.edit.changed(who, formatDateTime(draft.changedAt, lang)),
      ].join(". ")}
    />
  );
}

/** Stays in sight while rows are typed: what the sums come to, and the button that keeps them. */
function EditorBar({ lang, procedure, draft, content, faults }: EditorProps): VNode {
  const texts = textsOf(lang);
  return (
    <section class="editor-bar" aria-label={texts.edit.sums}>
      <Sums lang={lang} steps={content.steps} limits={limitsOfProcess(procedure, draft.variantCode)} />
      <span class="row">
        <Button kind="primary" name="do" value="save" icon="check">
          {texts.edit.save}
        </Button>
        <LinkButton href={`${URL}/drafts/${draft.id}/try`} icon="clock">
          {texts.try}
        </LinkButton>
        <LinkButton href={`${URL}/drafts/${draft.id}/bpmn`} icon="download">
          {texts.bpmn}
        </LinkButton>
        <LinkButton
          href={`${URL}/drafts/${draft.id}/publish`}
          icon="stamp"
          disabledReason={faults.length > 0 ? texts.edit.faults(faults.length) : undefined}
        >
          {texts.edit.publish}
        </LinkButton>
      </span>
    </section>
  );
}

/** What keeps the draft from being published, each with a link to its row. */
function Faults({ lang, faults, typed }: EditorProps): VNode {
  const { edit } = textsOf(lang);
  if (faults.length === 0) return <Badge tone="ok" icon="check-circle" label={edit.noFaults} />;
  const rowOf = (step: string | undefined) => typed.steps.findIndex(({ id }) => id === step);
  return (
    <section class="notice tone-warn" aria-label={edit.faults(faults.length)}>
      <div>
        <p class="title">{edit.faults(faults.length)}</p>
        <ul class="fault-list">
          {faults.map((fault) => (
            <li key={`${fault.step ?? ""} ${fault.en}`}>
              {rowOf(fault.step) < 0 ? (
                fault[lang]
              ) : (
                <a href={`#${fieldOf(rowOf(fault.step), "name")}`}>{fault[lang]}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function TermsFields({ lang, typed, errors }: EditorProps): VNode {
  const { edit } = textsOf(lang);
  const { terms } = typed;
  const shared = (name: string) =>
    ({ name, error: errorOf(errors, name), required: false, unmarked: true }) as const;
  return (
    <fieldset class="step-row">
      <legend>{edit.terms}</legend>
      <p class="hint">{edit.appointmentsHint}</p>
      <div class="step-fields">
        <TextField {...shared("first")} value={terms.first} label={edit.first} autocomplete="off" />
        <TextField {...shared("second")} value={terms.second} label={edit.second} autocomplete="off" />
        <Select
          {...shared("silent")}
          value={terms.silent}
          label={edit.silent}
          emptyLabel={edit.silentNone}
          options={(["granted", "refused"] as const).map((value) => ({
            value,
            label: edit.silentOutcomes[value],
          }))}
        />
        <div class="wide">
          <TextField
            {...shared("basis")}
            value={terms.basis}
            label={edit.basis}
            maxLength={500}
            autocomplete="off"
          />
        </div>
      </div>
    </fieldset>
  );
}

/** A form of its own, since it carries a file. */
function ImportForm({ lang, draft }: { readonly lang: Lang; readonly draft: ProcessDraft }): VNode {
  const { edit } = textsOf(lang);
  return (
    <Form action={`${URL}/drafts/${draft.id}/import`} multipart>
      <h2>{edit.import}</h2>
      <input type="hidden" name="version" value={draft.version} />
      <FileField
        name="file"
        label={edit.importFile}
        hint={edit.importHint}
        accept=".bpmn,.xml,application/xml"
      />
      <Button icon="upload">{edit.importButton}</Button>
    </Form>
  );
}
