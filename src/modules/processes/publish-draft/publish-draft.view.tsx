import type { VNode } from "preact";
import { formatDate, type Instant, type Lang, localDateOf } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  Notice,
  PageTitle,
  RadioGroup,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { ProcessStep } from "../domain/process.ts";
import type { DraftFault } from "../draft-faults.ts";
import type { ProcessDraft, ProcessVersion } from "../manage-processes/process.query.ts";
import type { ProcedureFacts } from "../processes-deps.ts";
import type { MovePreview } from "../running-cases.ts";
import { textsOf, URL } from "../texts.ts";
import { MappingFields, MovePreviewTable } from "./move-preview.view.tsx";

export type PublishProps = {
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
export function PublishView(props: PublishProps): VNode {
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
function Unfit({ lang, unfit }: PublishProps): VNode | null {
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

function PublishForm(props: PublishProps): VNode {
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
          <MovePreviewTable {...props} preview={preview} />
          <MappingFields {...props} preview={preview} />
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
function Scheduled({ lang, scheduled, values, errors }: PublishProps): VNode | null {
  const texts = textsOf(lang).publishing;
  if (scheduled.length === 0) return null;
  return (
    <Notice tone="warn" title={texts.scheduled}>
      <div class="flow">
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
      </div>
    </Notice>
  );
}
