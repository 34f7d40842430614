import { z } from "zod";

/** A procedure as a decision on internal processes prints it: its times and a table of steps. */
/** No process of an authority has as many; a file may say anything. */
const MOST_STEPS = 300;

export const DecisionRecord = z.object({
  article: z.union([z.number(), z.string()]).transform(String),
  level: z.string(),
  title: z.string(),
  time: z.array(z.string()),
  steps: z
    .array(
      z.object({
        /** As it is printed; undefined where that is no number. */
        step: z.union([z.number(), z.string()]).transform(numberOf),
        unit: z.string(),
        work: z.string(),
        duration: z.string(),
      }),
    )
    .max(MOST_STEPS),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;
export type DecisionStep = DecisionRecord["steps"][number];

function numberOf(printed: number | string): number | undefined {
  return /^\d{1,3}$/.test(String(printed).trim()) ? Number(printed) : undefined;
}

/** What the reader says of what it read: a person confirms what was taken by a rule, and fills what could not be read. */
export type ImportNote = {
  /** Number of the step in the table; absent: the whole, or a row without a number. */
  readonly step?: number;
  readonly kind: "confirm" | "unread";
  readonly vi: string;
  readonly en: string;
};
