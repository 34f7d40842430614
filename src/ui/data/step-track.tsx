import type { VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { useTexts } from "../lang.ts";

export type TrackStep = {
  readonly label: string;
  readonly state: "done" | "current" | "late" | "next";
  /** Who and when, in small. */
  readonly note?: string | undefined;
};

const icons = {
  done: "check",
  current: "clock",
  late: "clock-alert",
  next: "circle",
} as const satisfies Record<TrackStep["state"], IconName>;

/** The steps of a process in order, each saying how far it is. */
export function StepTrack({
  steps,
  label,
}: {
  readonly steps: readonly TrackStep[];
  readonly label?: string;
}): VNode {
  const texts = useTexts();
  const words = {
    done: texts.stepDone,
    current: texts.stepCurrent,
    late: texts.stepLate,
    next: texts.stepNext,
  };
  return (
    <ol class="track" aria-label={label ?? texts.steps}>
      {steps.map((step, index) => (
        <li
          key={`${index} ${step.label}`}
          class={step.state}
          aria-current={step.state === "current" || step.state === "late" ? "step" : undefined}
        >
          <Icon name={icons[step.state]} />
          <span>
            <span class="name">{step.label}</span>
            <span class="small">{step.note ?? words[step.state]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
