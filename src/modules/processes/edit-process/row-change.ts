import type { DraftStep } from "../domain/process.ts";

export type RowChange = {
  readonly kind: "save" | "add" | "insert" | "up" | "down" | "remove";
  readonly row: number;
};

/** Reads the button that was pressed: "insert:3"; anything else saves. */
export function rowChange(text: string): RowChange {
  const written = /^(add|insert|up|down|remove)(?::(\d{1,3}))?$/.exec(text);
  if (written === null) return { kind: "save", row: -1 };
  return { kind: written[1] as RowChange["kind"], row: Number(written[2] ?? -1) };
}

/** The steps after a button of a row; flows name steps by id and stay true when rows move. */
export function changedRows(
  steps: readonly DraftStep[],
  { kind, row }: RowChange,
  newName: string,
): readonly DraftStep[] {
  switch (kind) {
    case "save":
      return steps;
    case "add":
      return [...steps, fresh(steps, newName)];
    case "insert":
      return steps.toSpliced(row + 1, 0, fresh(steps, newName));
    case "remove":
      return steps.filter((_, index) => index !== row);
    case "up":
      return swapped(steps, row - 1);
    case "down":
      return swapped(steps, row);
  }
}

function swapped(steps: readonly DraftStep[], first: number): readonly DraftStep[] {
  const [one, two] = [steps[first], steps[first + 1]];
  return one === undefined || two === undefined ? steps : steps.toSpliced(first, 2, two, one);
}

function fresh(steps: readonly DraftStep[], name: string): DraftStep {
  let number = steps.length + 1;
  while (steps.some(({ id }) => id === `step-${number}`)) number++;
  return {
    id: `step-${number}`,
    name,
    nameEn: "",
    unit: "deciding-unit",
    post: "specialist",
    work: "process",
    budgetMinutes: 0,
  };
}
