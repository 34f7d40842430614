import type { VNode } from "preact";
import { formatDate, type Instant, type Lang, localDateOf } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  CheckboxGroup,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  Notice,
  PageTitle,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { ProcessStep } from "../domain/process.ts";
import type { DraftFault } from "../draft-faults.ts";
import type { ProcessDraft, ProcessVersion } from "../manage-processes/process.query.ts";
import type { ProcedureFacts } from "../processes-deps.ts";
import type { MovePreview, StepPreview } from "../running-cases.ts";
import { countText, stepName, textsOf, URL } from "../texts.ts";
import { mapField } from "./publish-form.ts";

type Props = {
  readonly lang: Lang;
  readonly draft: ProcessDraft;
  readonly procedure: ProcedureFacts | undefined;
  /** By which cases may run. */
  readonly versions: readonly ProcessVersion[];
  /** As they would run, with those of called processes; none where these are not in force. */
  readonly steps: readonly ProcessStep[];
  /** What keeps it from being published although the draft itself has no faults. */
  readonly unfit: readonly DraftFault[];
  /** Undefined where there is no earlier version, or the draft has faults. */
  readonly preview: MovePreview | undefined;
  /** Published versions that wait for their first day, and whether running cases are to be moved to them then. */
  readonly scheduled: readonly { readonly version: ProcessVersion; readonly moves: boolean }[];
  readonly isFaulty: boolean;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly now: Instant;
};

/** The form of a publication, with what becomes of running cases before anything is changed. */
export function PublishView(props: Props): VNode {
  const { lang, draft, procedure, isFaulty, errors } = props;
  const texts = textsOf(lang).publishing;
  const address = `${URL}/drafts/${draft.id}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={texts.title}
        kicker={<a href={address}>{texts.back}</a>}
        lead={`${procedure?.name ?? draft.procedureCode} (${draft.variantCode || draft.procedureCode}). ${texts.lead}`}
      />
      {isFaulty ? <Notice tone="danger">{texts.faulty}</Notice> : <Unfit {...props} />}
      {isFaulty ? null : <PublishForm {...props} />}
    </>
  );
}

/** Where called processes are in place, more can be wrong than in the draft alone. */
function Unfit({ lang, unfit }: Props): VNode | null {
  if (unfit.length === 0) return null;
  return (
    <Notice tone="danger" title={textsOf(lang).publishing.unfit}>
      <ul>
        {unfit.map((fault) => (
          <li key={fault.en}>{fault[lang]}</li>
        ))}
      </ul>
    </Notice>
  );
}

function PublishForm(props: Props): VNode {
  const { lang, draft, preview, values, errors, now } = props;
  const texts = textsOf(lang).publishing;
  const typed = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
  const shared = (name: string) => ({ name, error: errorOf(errors, name) });
  const running = typed("running");
  return (
    <Form
      action={`${URL}/drafts/${draft.id}/publish`}
      hasErrors={errors.length > 0}
      keep={`publish-${draft.id}`}
    >
      <input type="hidden" name="version" value={draft.version} />
      <DateField
        {...shared("validFrom")}
        value={
          typed("validFrom") === "" && errors.length === 0 ? formatDate(localDateOf(now)) : typed("validFrom")
        }
        label={texts.validFrom}
        hint={texts.validFromHint}
      />
      <Scheduled {...props} />
      <TextField
        {...shared("decision")}
        value={typed("decision")}
        label={texts.decision}
        width="long"
        maxLength={200}
        autocomplete="off"
      />
      <TextArea
        {...shared("reason")}
        value={typed("reason")}
        label={texts.reason}
        rows={2}
        maxLength={1000}
      />
      {preview === undefined || preview.open === 0 ? (
        <>
          <p class="soft">{texts.noRunning}</p>
          <input type="hidden" name="running" value="stay" />
        </>
      ) : (
        <>
          <RadioGroup
            name="running"
            label={texts.running}
            value={running === "move" ? "move" : "stay"}
            options={[
              { value: "stay", label: texts.stay, hint: texts.stayHint },
              { value: "move", label: texts.move, hint: texts.moveHint },
            ]}
          />
          <Preview {...props} preview={preview} />
          <Mapping {...props} preview={preview} />
        </>
      )}
      <Actions>
        <Button kind="primary" icon="stamp" name="do" value="publish">
          {texts.confirm}
        </Button>
        <LinkButton href={`${URL}/drafts/${draft.id}`} kind="ghost">
          {texts.back}
        </LinkButton>
      </Actions>
    </Form>
  );
}

/** What waits for its day is taken the place of by name, never by an earlier date alone. */
function Scheduled({ lang, scheduled, values, errors }: Props): VNode | null {
  const texts = textsOf(lang).publishing;
  if (scheduled.length === 0) return null;
  return (
    <Notice tone="warn" title={texts.scheduled}>
      <p>{texts.scheduledHint}</p>
      <CheckboxGroup
        name="replaces"
        error={errorOf(errors, "replaces")}
        label={texts.replaces}
        required={false}
        unmarked
        values={[values.replaces ?? []].flat()}
        options={scheduled.map(({ version, moves }) => ({
          value: String(version.id),
          label: texts.scheduledVersion(
            version.definition.version,
            formatDate(version.validFrom),
            version.decision ?? "",
          ),
          ...(moves ? { hint: texts.scheduledMoves } : {}),
        }))}
      />
    </Notice>
  );
}

type PreviewProps = Props & { readonly preview: MovePreview };

function Preview({ lang, draft, versions, steps, preview }: PreviewProps): VNode {
  const texts = textsOf(lang);
  const words = texts.publishing;
  const count = (value: number) => countText(value, lang);
  const columns: readonly Column<StepPreview>[] = [
    {
      key: "step",
      label: words.openStep,
      primary: true,
      cell: (line) => (
        <>
          {oldName(versions, line, lang)}
          <div class="soft small">{versionName(versions, line, draft, lang)}</div>
        </>
      ),
    },
    { key: "cases", label: words.cases, kind: "number", cell: (line) => count(line.cases) },
    {
      key: "becomes",
      label: words.becomes,
      cell: (line) =>
        line.becomes === undefined ? (
          <b>{line.stays === undefined ? "" : words.stays[line.stays]}</b>
        ) : (
          newName(steps, line.becomes, lang)
        ),
    },
    {
      key: "due",
      label: words.dueMoves,
      kind: "number",
      cell: (line) => (line.becomes === undefined ? "" : count(line.dueMoves)),
    },
  ];
  return (
    <>
      <h2>{words.preview}</h2>
      <p>{words.previewSum(count(preview.open), count(preview.moves), count(preview.stays))}</p>
      <DataTable
        caption={words.preview}
        captionHidden
        rows={preview.steps}
        rowKey={(line) => `${line.processId} ${line.step} ${line.becomes ?? ""}`}
        columns={columns}
        empty={<EmptyState title={words.noRunning} />}
      />
    </>
  );
}

/** The small table step → step, for what stays behind and for what was chosen already. */
function Mapping({ lang, steps: all, versions, preview, values }: PreviewProps): VNode | null {
  const texts = textsOf(lang).publishing;
  const typed = (step: string) => [values[mapField(step)] ?? ""].flat()[0] ?? "";
  const isHeld = ({ stays }: StepPreview) => stays !== undefined && stays !== "with-other-branch";
  const lines = preview.steps.filter((line) => isHeld(line) || typed(line.step) !== "");
  const steps = [...new Map(lines.map((line) => [line.step, line])).values()];
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{texts.mapping}</h3>
      <p class="hint">{texts.mappingHint}</p>
      <div class="flow">
        {steps.map((line) => (
          <Select
            key={line.step}
            name={mapField(line.step)}
            label={oldName(versions, line, lang)}
            required={false}
            unmarked
            value={typed(line.step)}
            width="long"
            emptyLabel={texts.staysOption}
            options={all
              .filter((step) => isSameWork(step, stepOf(versions, line)))
              .map((step) => ({ value: step.id, label: newName(all, step.id, lang) }))}
          />
        ))}
      </div>
      <Button name="do" value="look">
        {texts.again}
      </Button>
    </>
  );
}

function versionOf(versions: readonly ProcessVersion[], { processId }: StepPreview) {
  return versions.find(({ id }) => id === processId);
}

function stepOf(versions: readonly ProcessVersion[], line: StepPreview) {
  return versionOf(versions, line)?.definition.steps.find(({ id }) => id === line.step);
}

/** What may take over: the same kind of work, with its time counted or not as before. */
function isSameWork(step: ProcessStep, before: ProcessStep | undefined): boolean {
  return step.work === before?.work && (step.uncounted === undefined) === (before.uncounted === undefined);
}

/** "Phiên bản 2", or "Cả thủ tục: phiên bản 2" where a variant goes by the process of the whole procedure. */
function versionName(
  versions: readonly ProcessVersion[],
  line: StepPreview,
  { variantCode }: ProcessDraft,
  lang: Lang,
): string {
  const texts = textsOf(lang);
  const version = versionOf(versions, line);
  const name = texts.version(version?.definition.version ?? 0);
  return version?.variantCode === variantCode ? name : `${texts.wholeProcedure}: ${name}`;
}

function oldName(versions: readonly ProcessVersion[], line: StepPreview, lang: Lang): string {
  const step = stepOf(versions, line);
  return step === undefined ? line.step : stepName(step, lang);
}

function newName(steps: readonly ProcessStep[], id: string, lang: Lang): string {
  const at = steps.findIndex((step) => step.id === id);
  const step = steps[at];
  return step === undefined ? id : textsOf(lang).next(at + 1, stepName(step, lang));
}
