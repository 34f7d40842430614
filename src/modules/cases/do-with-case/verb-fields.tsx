import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import {
  DateField,
  FileField,
  NumberField,
  type Option,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import { textsOf } from "../texts.ts";
import { urgeable } from "../urge/urge.ts";
import type { VerbName } from "../verbs.ts";
import { fieldTexts } from "./field-texts.ts";

/** What the fields of a verb are drawn from. */
export type FieldsProps = {
  readonly lang: Lang;
  readonly verb: VerbName;
  readonly state: CaseState;
  /** Officers who may take the step, units that may be asked. */
  readonly officers: readonly Option[];
  readonly units: readonly Option[];
  /** Steps that may be sent back to. */
  readonly doneBefore: readonly Option[];
  /** Whether the clock stands still after this: the document by which the case is sent out is asked for. */
  readonly sendsOut: boolean;
  /** Nothing else could be meant than one step: what holds for it holds for the form. */
  readonly oneStep: boolean;
  /** What was typed, else undefined. */
  typed(name: string): string | undefined;
  error(name: string): string | undefined;
};

type Fields = (props: FieldsProps) => VNode | null;

/** The fields of each verb; a new verb does not compile without them. */
export const VERB_FIELDS: Record<VerbName, Fields> = {
  "pass-on": (props) => <OnwardFields {...props} />,
  approve: (props) => <OnwardFields {...props} />,
  "end-wait": (props) => <EndWaitFields {...props} />,
  accept: () => null,
  "refuse-registered": (props) => <Reason {...props} />,
  issue: (props) => <Files {...props} label={fieldTexts(props.lang).signedFile} required={false} />,
  "draft-result": (props) => <DraftFields {...props} />,
  "hand-over": (props) => <HandOverFields {...props} />,
  "request-supplement": (props) => <ItemsFields {...props} name="items" />,
  "propose-supplement": (props) => <ItemsFields {...props} name="items" />,
  "complete-supplement": (props) => (
    <>
      <Lines {...props} name="papers" />
      <Files {...props} required={false} />
    </>
  ),
  "allow-supplement": (props) => <Reason {...props} />,
  "decline-supplement": (props) => <Reason {...props} />,
  "lapse-supplement": (props) => <Reason {...props} />,
  "recall-result": (props) => <Reason {...props} />,
  "send-back": (props) => <SendBackFields {...props} />,
  "confirm-payment": (props) => (
    <>
      <TextField {...field(props, "receipt")} label={fieldTexts(props.lang).receipt} />
      <Files {...props} required={false} />
    </>
  ),
  "give-opinion": (props) => (
    <>
      <RadioGroup
        {...field(props, "opinion")}
        label={fieldTexts(props.lang).opinion}
        options={options(textsOf(props.lang).opinions)}
      />
      <TextArea {...field(props, "text")} label={fieldTexts(props.lang).opinionText} rows={4} />
    </>
  ),
  "ask-opinion": (props) => <AskOpinionFields {...props} />,
  "note-financial-duty": (props) => <DutyFields {...props} />,
  "answer-urge": (props) => (
    <TextArea {...field(props, "text")} label={fieldTexts(props.lang).urgeAnswer} rows={3} />
  ),
  urge: (props) => <UrgeFields {...props} />,
  assign: (props) => (
    <Select {...field(props, "officerId")} label={fieldTexts(props.lang).officer} options={props.officers} />
  ),
  apologise: (props) => (
    <>
      <DateField {...field(props, "newDate")} label={fieldTexts(props.lang).newDate} />
      <Reason {...props} />
    </>
  ),
  withdraw: (props) => <WithdrawFields {...props} />,
  stop: (props) => (
    <>
      <Reason {...props} />
      <TextField {...field(props, "basis")} label={fieldTexts(props.lang).basis} />
    </>
  ),
};

/** Several forms stand on one page, hence the verb in each id; names are those of the command's schema. */
function field(props: FieldsProps, name: string, otherwise?: string) {
  return {
    name,
    id: `${props.verb}-${name}`,
    value: props.typed(name) ?? otherwise,
    error: props.error(name),
  };
}

function options(words: Readonly<Record<string, string>>, only?: readonly string[]): Option[] {
  return Object.entries(words)
    .filter(([value]) => only === undefined || only.includes(value))
    .map(([value, label]) => ({ value, label }));
}

/** A note; where the next step stops the clock, the document by which the case goes there. */
function OnwardFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  if (!props.sendsOut) return <Note {...props} />;
  const required = props.oneStep;
  return (
    <>
      <p class="soft small">{texts.sendsOut}</p>
      <TextField
        {...field(props, "evidenceNumber")}
        label={texts.evidenceNumber}
        required={required}
        width="medium"
      />
      <DateField {...field(props, "evidenceDate")} label={texts.evidenceDate} required={required} />
      <Note {...props} />
    </>
  );
}

function EndWaitFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  return (
    <>
      <TextField {...field(props, "documentNumber")} label={texts.documentNumber} width="medium" />
      <DateField {...field(props, "documentDate")} label={texts.documentDate} />
      <Files {...props} required={false} />
      <Note {...props} />
    </>
  );
}

function Note(props: FieldsProps): VNode {
  const label = fieldTexts(props.lang).note;
  return <TextArea {...field(props, "note")} label={label} rows={2} required={false} />;
}

function Reason(props: FieldsProps & { readonly label?: string }): VNode {
  return (
    <TextArea {...field(props, "reason")} label={props.label ?? fieldTexts(props.lang).reason} rows={3} />
  );
}

/** To which step is asked for only where several could be meant. */
function SendBackFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  const { doneBefore, oneStep } = props;
  return (
    <>
      {doneBefore.length < 2 ? null : (
        <RadioGroup
          {...field(props, "to", oneStep ? doneBefore[0]?.value : undefined)}
          label={texts.sendBackTo}
          options={doneBefore}
          required={oneStep}
        />
      )}
      <Reason {...props} label={texts.sendBackReason} />
    </>
  );
}

function Lines(props: FieldsProps & { readonly name: "items" | "papers" }): VNode {
  const texts = fieldTexts(props.lang);
  const [label, hint] =
    props.name === "items" ? [texts.items, texts.linesHint] : [texts.papers, texts.papersHint];
  return (
    <TextArea
      {...field(props, props.name, props.state.supplement?.items.join("\n"))}
      label={label}
      hint={hint}
      rows={4}
    />
  );
}

function ItemsFields(props: FieldsProps & { readonly name: "items" }): VNode {
  const reason = field(props, "reason", props.state.supplement?.reason);
  return (
    <>
      <Lines {...props} />
      <TextArea {...reason} label={fieldTexts(props.lang).reason} rows={3} />
    </>
  );
}

function Files(props: FieldsProps & { readonly label?: string; readonly required: boolean }): VNode {
  const texts = fieldTexts(props.lang);
  return (
    <FileField
      name="files"
      id={`${props.verb}-files`}
      label={props.label ?? texts.files}
      hint={texts.filesHint}
      error={props.error("files")}
      required={props.required}
      multiple
      accept=".pdf,image/jpeg,image/png,image/webp,image/tiff"
      maxBytes={20 * 1024 * 1024}
    />
  );
}

function DraftFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  const { draft } = props.state;
  return (
    <>
      <RadioGroup
        {...field(props, "kind", draft?.kind)}
        label={texts.kind}
        options={options(textsOf(props.lang).resultKinds)}
      />
      <TextField {...field(props, "title", draft?.title)} label={texts.title} hint={texts.titleHint} />
      <TextArea
        {...field(props, "content", draft?.content)}
        label={texts.content}
        hint={texts.contentHint}
        rows={6}
      />
      <Files {...props} required={false} />
    </>
  );
}

function HandOverFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  const shared = textsOf(props.lang);
  const { applicant, returnMethod } = props.state;
  return (
    <>
      <RadioGroup
        {...field(props, "method", returnMethod)}
        label={texts.method}
        options={options(shared.returnMethods)}
      />
      <TextField {...field(props, "collectorName", applicant.name)} label={texts.collectorName} />
      <RadioGroup {...field(props, "check")} label={texts.check} options={options(shared.collectorChecks)} />
      <TextField
        {...field(props, "collectorNumber", applicant.kind === "person" ? applicant.number : undefined)}
        label={texts.collectorNumber}
        hint={texts.collectorNumberHint}
        inputMode="numeric"
        required={false}
      />
      <Note {...props} />
    </>
  );
}

function AskOpinionFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  return (
    <>
      <Select {...field(props, "unitId")} label={texts.unit} options={props.units} />
      <TextArea {...field(props, "question")} label={texts.question} rows={4} />
      <NumberField
        {...field(props, "workingDays", "3")}
        label={texts.workingDays}
        unit={texts.workingDaysUnit}
        width="tiny"
      />
      <TextField
        {...field(props, "silenceBasis")}
        label={texts.silenceBasis}
        hint={texts.silenceBasisHint}
        required={false}
      />
    </>
  );
}

/** Which step is asked for only where several could be meant. */
function UrgeFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  const works = textsOf(props.lang).works;
  const steps = urgeable(props.state);
  return (
    <>
      {steps.length < 2 ? null : (
        <RadioGroup
          {...field(props, "step", String(steps[0]?.seq))}
          label={texts.urgeStep}
          options={steps.map((step) => ({ value: String(step.seq), label: works[step.work] }))}
        />
      )}
      <TextArea {...field(props, "text")} label={texts.urgeText} rows={3} />
    </>
  );
}

function DutyFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  return (
    <>
      <TextField {...field(props, "name")} label={texts.dutyName} hint={texts.dutyNameHint} />
      <NumberField {...field(props, "amount")} label={texts.amount} unit="đ" />
      <TextField {...field(props, "notice")} label={texts.notice} />
    </>
  );
}

function WithdrawFields(props: FieldsProps): VNode {
  const texts = fieldTexts(props.lang);
  return (
    <>
      <Reason {...props} />
      <RadioGroup
        {...field(props, "proof")}
        label={texts.proof}
        options={options(textsOf(props.lang).proofs, ["signed-form", "confirmation-code"])}
      />
      <TextField {...field(props, "code")} label={texts.code} required={false} width="medium" />
      <Files {...props} required={false} />
    </>
  );
}
