import { z } from "zod";
import { uuidv7 } from "../kernel/ids.ts";
import type { Counter } from "./day-plan.ts";
import { bodyOf, CaseAnswer, type DemoCase, numberOf, stepToDo } from "./demo-case.ts";
import { handsOn } from "./hands.ts";
import { inventPerson } from "./people.ts";
import type { World } from "./world.ts";

/** A birth: it is registered, then residence and health insurance begin by themselves (NĐ 63/2024/NĐ-CP). */
const BIRTH = { code: "2.000986", members: ["birth", "residence", "insurance"] };
const PAPERS = [{ name: "Tờ khai theo mẫu", form: "original", count: 1 }];

const GroupAnswer = z.object({
  group: CaseAnswer,
  members: z.array(z.object({ case: CaseAnswer })),
  undecided: z.array(z.string()),
});

/** An interconnected group under way, as its desk last saw it. */
export type DemoGroup = {
  readonly parent: DemoCase;
  /** Members that somebody works on, or has. */
  readonly begun: ReadonlySet<string>;
};

/** A group as it goes on, and the members whose turn has come since. */
export type Followed = { readonly group: DemoGroup; readonly cases: readonly DemoCase[] };

/** A family comes to the commune's counter with everything for a birth at once. */
export async function comeForGroup(world: World, { desk, deciding }: Counter): Promise<Followed> {
  const { random } = world;
  const person = inventPerson(random, deciding.shortName.replace(/^UBND /, ""));
  const officer = await world.offices.officer(desk.code, "desk-officer", random.between(0, 9));
  const answer = await officer.post("/api/v1/case-groups", {
    groupId: uuidv7(world.now(), random.bytes(10)),
    groupCode: BIRTH.code,
    receivingUnitId: desk.id,
    applicantName: person.name,
    applicantNumber: person.number,
    applicantAddress: person.address,
    applicantPhone: person.phone,
    members: BIRTH.members.map((key) => ({ key, decidingUnitId: deciding.id, papers: PAPERS })),
  });
  return followed(bodyOf(answer, "receiving a group"), new Set());
}

/**
 * The desk looks how far a group is: takes up what has begun, says that the rest goes on where a member failed, hands
 * over at last what belongs to the whole.
 * @returns the group as it stands, over where its parent has no work left, and the cases whose turn has come.
 */
export async function followGroup(world: World, { parent, begun }: DemoGroup): Promise<Followed> {
  const officer = await world.offices.officer(parent.receivingUnit, "desk-officer", numberOf(parent));
  const path = `/api/v1/case-groups/${parent.id}`;
  let body = bodyOf(await officer.open(path), `reading group ${parent.code}`);
  const { undecided } = GroupAnswer.parse(body);
  if (undecided.length > 0) {
    const decisions = undecided.map((key) => ({
      key,
      decision: "continue",
      reason: "Người nộp hồ sơ đề nghị giải quyết tiếp các thủ tục còn lại.",
    }));
    const decided = await officer.post(`${path}/decisions`, { input: { decisions } });
    body = bodyOf(decided, `deciding on group ${parent.code}`);
  }
  const now = followed(body, begun);
  const step = stepToDo(now.group.parent);
  if (step?.work !== "return") return now;
  const hand = { method: "counter", collectorName: "Người nộp hồ sơ", check: "receipt" };
  const handed = await handsOn(world, now.group.parent, step)("hand-over", hand);
  return { ...now, group: { ...now.group, parent: handed } };
}

function followed(body: unknown, begun: ReadonlySet<string>): Followed {
  const { group, members } = GroupAnswer.parse(body);
  const cases = members
    .map((member) => member.case)
    .filter(({ id, openSteps }) => openSteps.length > 0 && !begun.has(id));
  return { group: { parent: group, begun: new Set([...begun, ...cases.map(({ id }) => id)]) }, cases };
}
