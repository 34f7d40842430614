import { z } from "zod";

/** A procedure as a decision on internal processes prints it: its times and a table of steps. */
export const DecisionRecord = z.object({
  article: z.union([z.number(), z.string()]).transform(String),
  level: z.string(),
  title: z.string(),
  time: z.array(z.string()),
  steps: z.array(
    z.object({
      step: z.union([z.number(), z.string()]).transform(Number),
      unit: z.string(),
      work: z.string(),
      duration: z.string(),
    }),
  ),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;
export type DecisionStep = DecisionRecord["steps"][number];

/** What the reader says of what it read: a person confirms what was taken by a rule, and fills what could not be read. */
export type ImportNote = {
  /** Number of the step in the table; absent: the whole. */
  readonly step?: number;
  readonly kind: "confirm" | "unread";
  readonly vi: string;
  readonly en: string;
};
