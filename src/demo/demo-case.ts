import { z } from "zod";
import { type Answer, UnexpectedAnswer } from "./browser.ts";

/** What the API says of a case, as far as the players look. */
export const CaseAnswer = z.object({
  id: z.string(),
  code: z.string(),
  status: z.number(),
  receivingUnit: z.string(),
  decidingUnit: z.string(),
  openSteps: z.array(
    z.object({
      work: z.string(),
      unit: z.string(),
      post: z.string(),
      dueAt: z.string().optional(),
      ofProcess: z.boolean(),
    }),
  ),
});
export type DemoCase = z.infer<typeof CaseAnswer>;
export type DemoStep = DemoCase["openSteps"][number];

/** Reads a case out of an answer; anything but success is unexpected. */
export function caseOf(answer: Answer, doing: string): DemoCase {
  return CaseAnswer.parse(bodyOf(answer, doing));
}

/** The body of an answer; anything but success is unexpected. */
export function bodyOf(answer: Answer, doing: string): unknown {
  if (answer.status !== 200 && answer.status !== 201) {
    throw new UnexpectedAnswer(`${doing}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return answer.body;
}

const SIDE_WORK: ReadonlySet<string> = new Set(["opinion", "ask-supplement", "await-payment"]);

/** The piece of work that the case waits for. */
export function stepToDo(kase: DemoCase): DemoStep | undefined {
  // While a payment is owed the step of the process stays open but rests.
  const side = kase.openSteps.find(({ work, ofProcess }) => SIDE_WORK.has(work) && !ofProcess);
  return side ?? kase.openSteps[0];
}

/** Some number of a case, always the same: it decides which of several colleagues has it. */
export function numberOf({ id }: DemoCase): number {
  return Number.parseInt(id.slice(-4), 16);
}
