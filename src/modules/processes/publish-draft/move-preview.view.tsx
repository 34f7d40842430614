import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Button, type Column, DataTable, EmptyState, Select } from "../../../ui/index.ts";
import type { ProcessStep } from "../domain/process.ts";
import type { ProcessDraft, ProcessVersion } from "../manage-processes/process.query.ts";
import type { MovePreview, StepPreview } from "../running-cases.ts";
import { countText, stepName, textsOf } from "../texts.ts";
import type { PublishProps } from "./publish-draft.view.tsx";
import { mapField } from "./publish-form.ts";

type PreviewProps = PublishProps & { readonly preview: MovePreview };

/** What would become of the running cases at each open step. */
export function MovePreviewTable({ lang, draft, versions, steps, preview }: PreviewProps): VNode {
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
export function MappingFields({ lang, steps: all, versions, preview, values }: PreviewProps): VNode | null {
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
