import { localDateOf } from "../kernel/time.ts";
import type { PostKind } from "../platform/permission.ts";
import { UnexpectedAnswer } from "./browser.ts";
import { caseOf, type DemoCase, type DemoStep, numberOf } from "./demo-case.ts";
import { Unplayed } from "./unplayed.ts";
import type { World } from "./world.ts";

/** Does a verb on the case; the case afterwards. */
export type Act = (verb: string, input: object) => Promise<DemoCase>;

/**
 * The hands of whoever has a step: mostly the same person for the same case. What lies with a colleague by name, because
 * it was shared out or left behind, that colleague does.
 */
export function handsOn(world: World, kase: DemoCase, step: DemoStep): Act {
  const all = world.offices.present(step.unit, step.post as PostKind);
  if (all.length === 0) throw new Unplayed(`nobody is ${step.post} in ${step.unit}`);
  const first = numberOf(kase) % all.length;
  let asked = [...all.slice(first), ...all.slice(0, first)];
  return async (verb, input) => {
    for (const [passed, colleague] of asked.entries()) {
      const officer = await world.offices.browserOf(colleague);
      const answer = await officer.post(`/api/v1/cases/${kase.id}/${verb}`, { input });
      if (isHeldByOther(answer)) continue;
      // Whoever has it is asked first from now on.
      asked = [...asked.slice(passed), ...asked.slice(0, passed)];
      return caseOf(answer, `${verb} ${kase.code}`);
    }
    throw new Unplayed(`somebody who is not there has to ${step.work}`);
  };
}

/** Whether the program answered that a step lies with somebody else. */
function isHeldByOther({ status, text }: { readonly status: number; readonly text: string }): boolean {
  return status === 409 && text.includes("held-by-other");
}

/** Papers, money or an opinion that the law or the process does not allow to be asked for here. */
const UNLAWFUL =
  /supplement-(used|too-late|lawful|allowed-already)|not-at-this-step|wrong-state|opinion-pending/;
/** The step has ended without whoever comes to it. */
export const ENDED = /wrong-state|not-your-step|case-ended/;

/** What is refused for an ordinary reason, such as a second supplement or one after its days: the work goes on without it. */
export async function tryTo(
  act: () => Promise<DemoCase>,
  ordinary: RegExp = UNLAWFUL,
): Promise<DemoCase | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof UnexpectedAnswer && ordinary.test(error.message)) return undefined;
    throw error;
  }
}

/** The document by which a case is sent where the clock stands still; elsewhere nobody asks for it. */
export function sent(world: World) {
  return { evidenceNumber: "15/PC", evidenceDate: localDateOf(world.now()) };
}

export function came(world: World, documentNumber: string) {
  return { documentNumber, documentDate: localDateOf(world.now()) };
}
