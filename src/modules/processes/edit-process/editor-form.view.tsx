import type { ComponentChildren, VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import {
  Actions,
  Badge,
  Button,
  errorOf,
  Form,
  type FormError,
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
import type { DraftContent } from "../manage-processes/process.query.ts";
import { Sums } from "../manage-processes/process-parts.view.tsx";
import type { ProcedureFacts } from "../processes-deps.ts";
import { textsOf } from "../texts.ts";
import { fieldOf, type TypedDraft } from "./editor-form.ts";
import { StepRow, UNIT_LIST } from "./step-row.view.tsx";

export type EditorFormProps = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly procedure: ProcedureFacts | undefined;
  readonly variantCode: string;
  /** The process of a decision from which it was read, if it was. */
  readonly imported: KeptProcess | undefined;
  /** As it stands in the fields, and as it was read from them. */
  readonly typed: TypedDraft;
  readonly content: DraftContent;
  readonly faults: readonly DraftFault[];
  readonly errors: readonly FormError[];
};

type FrameProps = EditorFormProps & {
  readonly action: string;
  /** The draft and the version that the fields were made from. */
  readonly draftId: number;
  readonly seen: number;
  readonly saveLabel: string;
  /** Links beside the button that saves, above and below. */
  readonly tools?: ComponentChildren;
  readonly actions?: ComponentChildren;
};

/** The fields of a draft: sums that stay in sight, a row per step, the diagram beside it, the terms, the faults. */
export function EditorForm(props: FrameProps): VNode {
  const { lang, directory, typed, content, errors } = props;
  const texts = textsOf(lang);
  const { edit } = texts;
  return (
    // What this tab keeps belongs to the rows of one version; it never comes back over those of another.
    <Form
      action={props.action}
      hasErrors={errors.length > 0}
      keep={`process-draft-${props.draftId}-${props.seen}`}
    >
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
        <SaveButton {...props} />
        {props.actions}
      </Actions>
    </Form>
  );
}

function SaveButton({ saveLabel }: Pick<FrameProps, "saveLabel">): VNode {
  return (
    <Button kind="primary" name="do" value="save" icon="check">
      {saveLabel}
    </Button>
  );
}

/** Stays in sight while rows are typed: what the sums come to, and the button that keeps them. */
function EditorBar({ lang, procedure, variantCode, content, saveLabel, tools }: FrameProps): VNode {
  return (
    <section class="editor-bar" aria-label={textsOf(lang).edit.sums}>
      <Sums lang={lang} steps={content.steps} limits={limitsOfProcess(procedure, variantCode)} />
      <span class="row">
        <SaveButton saveLabel={saveLabel} />
        {tools}
      </span>
    </section>
  );
}

/** What keeps the draft from being published, each with a link to its row. */
function Faults({ lang, faults, typed }: EditorFormProps): VNode {
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

function TermsFields({ lang, typed, errors }: EditorFormProps): VNode {
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
