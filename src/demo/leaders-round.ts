import { type Instant, parseIso } from "../kernel/time.ts";
import type { PostKind } from "../platform/permission.ts";
import { type Browser, UnexpectedAnswer } from "./browser.ts";
import { type DemoCase, numberOf, stepToDo } from "./demo-case.ts";
import type { World } from "./world.ts";

/** Cases that one leader urges in an afternoon; nobody has time for more. */
const URGED_A_UNIT = 5;
/** Work that waits for the applicant is nobody's to urge. */
const APPLICANTS = /^(return|await-)/;
/** What the rules may answer to an urging: it is with somebody else, or was said already. */
const ORDINARY_REFUSALS = new Set([403, 409]);

/**
 * In the afternoon the leaders look round, one after the other: they urge the late steps of their unit, holders answer
 * most of it at once, and they sign the apologies that the program drafted for them. All through the pages and the API.
 */
export async function leadersRound(world: World, open: readonly DemoCase[]): Promise<void> {
  const now = world.now();
  const byUnit = Map.groupBy(
    open.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    // Of a unit that was merged meanwhile: whoever took over.
    (kase) => world.offices.unit(kase.decidingUnit).code,
  );
  for (const [unit, cases] of [...byUnit].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const leader = await world.offices.officer(unit, "leader", 0);
    const late = cases.filter((kase) => isLate(kase, now));
    for (const kase of late.slice(0, URGED_A_UNIT)) await urge(world, leader, kase);
    await signApologies(world, leader);
  }
}

function isLate(kase: DemoCase, now: Instant): boolean {
  const step = stepToDo(kase);
  return step?.dueAt !== undefined && !APPLICANTS.test(step.work) && parseIso(step.dueAt) < now;
}

async function urge(world: World, leader: Browser, kase: DemoCase): Promise<void> {
  const text = "Đề nghị khẩn trương giải quyết, báo cáo lý do chậm.";
  const urged = await leader.post(`/api/v1/cases/${kase.id}/urge`, { input: { text } });
  if (ORDINARY_REFUSALS.has(urged.status)) return;
  if (urged.status !== 200) throw new UnexpectedAnswer(`urging ${kase.code}: ${urged.status} ${urged.text}`);
  const step = stepToDo(kase);
  if (step === undefined || world.random.chance(0.35)) return;
  if (!world.offices.holds(step.unit, step.post as PostKind)) return;
  const holder = await world.offices.officer(step.unit, step.post as PostKind, numberOf(kase));
  const answered = await holder.post(`/api/v1/cases/${kase.id}/answer-urge`, {
    input: { text: "Đang hoàn thiện hồ sơ, sẽ trình trong ngày làm việc tiếp theo." },
  });
  // Somebody else of the post may hold it by name.
  if (answered.status !== 200 && !ORDINARY_REFUSALS.has(answered.status))
    throw new UnexpectedAnswer(`answering on ${kase.code}: ${answered.status} ${answered.text}`);
}

const DRAFT = /name="case" value="([^"]+)"[\s\S]*?name="newDate"[^>]*?value="([^"]+)"/g;

/** Signs what waits for this leader, as proposed; one that is out of date by now stays for another day. */
async function signApologies(world: World, leader: Browser): Promise<void> {
  const page = await leader.open("/officer/apologies");
  if (page.status !== 200) throw new UnexpectedAnswer(`the apologies of a leader: ${page.status}`);
  for (const [, caseId, newDate] of page.text.matchAll(DRAFT)) {
    if (caseId === undefined || newDate === undefined || world.random.chance(0.1)) continue;
    const signed = await leader.postForm("/officer/apologies", {
      case: caseId,
      newDate,
      reason: "Khối lượng hồ sơ lớn, cơ quan chưa giải quyết kịp thời hạn đã hẹn.",
    });
    if (signed.status !== 303 && signed.status !== 409 && signed.status !== 422)
      throw new UnexpectedAnswer(`an apology for ${caseId}: ${signed.status}`);
  }
}
