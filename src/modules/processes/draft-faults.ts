import type { DraftStep, ProcessStep } from "./domain/process.ts";
import { type ProcessFault, processFaults } from "./domain/process-faults.ts";
import { targetsOf } from "./domain/walk.ts";
import type { DraftContent } from "./draft-store.ts";

/** One thing that keeps a draft from being published; `step` is the id of the row it is about. */
export type DraftFault = { readonly step?: string; readonly vi: string; readonly en: string };

/**
 * Everything that keeps a draft from being published. The one place where the editor meets the rules of the domain:
 * their words become sentences here.
 */
export function draftFaults(code: string, { steps }: DraftContent): readonly DraftFault[] {
  const plain = steps.filter(isPlain);
  return [
    ...steps.flatMap((step) => faultsOfStep(step, steps)),
    ...steps.filter((step) => !isPlain(step)).map(notExpanded),
    ...processFaults({ code, version: 1, steps: plain }).map((word) => sentenceOf(word, plain)),
  ];
}

/** The steps as they would be published; undefined while one stands for the process of another procedure. */
export function publishableSteps(steps: readonly DraftStep[]): readonly ProcessStep[] | undefined {
  const plain = steps.filter(isPlain);
  return plain.length === steps.length ? plain : undefined;
}

function isPlain(step: DraftStep): step is ProcessStep {
  return step.work !== "subprocess";
}

function faultsOfStep({ id, name, then }: DraftStep, steps: readonly DraftStep[]): readonly DraftFault[] {
  const known = new Set(steps.map((step) => step.id));
  const targets =
    then === undefined ? [] : [...targetsOf(then), ...(then.kind === "parallel" ? [then.join] : [])];
  const faults: DraftFault[] = [];
  if (name.trim() === "") faults.push({ step: id, vi: "Bước chưa có tên", en: "The step has no name" });
  if (targets.some((target) => !known.has(target)))
    faults.push({
      step: id,
      vi: `Bước “${name}” đi tới một bước không có trong quy trình`,
      en: `The step “${name}” leads to a step that is not there`,
    });
  if (then?.kind === "parallel" && then.branches.length < 2)
    faults.push({
      step: id,
      vi: `Bước “${name}” chạy song song nhưng chưa có đủ hai nhánh`,
      en: `The step “${name}” forks into fewer than two branches`,
    });
  return faults;
}

function notExpanded({ id, name }: DraftStep): DraftFault {
  return {
    step: id,
    vi: `Bước “${name}” là quy trình của thủ tục khác, chưa thay được bằng các bước của thủ tục đó`,
    en: `The step “${name}” stands for another procedure's process, which could not take its place`,
  };
}

const SENTENCES: Readonly<Record<ProcessFault, Omit<DraftFault, "step">>> = {
  "no-steps": { vi: "Quy trình chưa có bước nào", en: "The process has no steps" },
  "first-step-not-receive": {
    vi: "Bước đầu phải là tiếp nhận tại Bộ phận Một cửa nơi nhận hồ sơ",
    en: "The first step must be receiving at the desk",
  },
  "last-step-not-return": {
    vi: "Bước cuối phải là trả kết quả tại Bộ phận Một cửa nơi nhận hồ sơ",
    en: "The last step must be the return at the desk",
  },
  "step-without-budget": {
    vi: "Bước tính thời hạn phải có thời gian lớn hơn 0",
    en: "A step that counts needs time of its own",
  },
  "step-id-twice": { vi: "Hai bước trùng mã", en: "Two steps have the same code" },
};

function sentenceOf(word: ProcessFault, steps: readonly ProcessStep[]): DraftFault {
  const step = culprit(word, steps)?.id;
  return { ...(step === undefined ? {} : { step }), ...SENTENCES[word] };
}

function culprit(word: ProcessFault, steps: readonly ProcessStep[]): ProcessStep | undefined {
  switch (word) {
    case "no-steps":
      return undefined;
    case "first-step-not-receive":
      return steps.at(0);
    case "last-step-not-return":
      return steps.at(-1);
    case "step-without-budget":
      return steps.find(({ budgetMinutes, uncounted }) => budgetMinutes <= 0 && uncounted === undefined);
    case "step-id-twice":
      return steps.find((step, index) => steps.findIndex((other) => other.id === step.id) < index);
  }
}
