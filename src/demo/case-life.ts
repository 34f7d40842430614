import { z } from "zod";
import { type Instant, localDateOf, parseIso } from "../kernel/time.ts";
import {
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../kernel/working-calendar.ts";
import type { PostKind } from "../platform/permission.ts";
import { type Answer, type Browser, UnexpectedAnswer } from "./browser.ts";
import type { Offices } from "./offices.ts";
import { workedAt } from "./pace.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { Unplayed } from "./unplayed.ts";

/** What the API says of a case, as far as the players look. */
const CaseAnswer = z.object({
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

/** Reads a case out of an answer; anything but success is unexpected. */
export function caseOf(answer: Answer, doing: string): DemoCase {
  if (answer.status !== 200 && answer.status !== 201) {
    throw new UnexpectedAnswer(`${doing}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return CaseAnswer.parse(answer.body);
}

export type World = {
  readonly offices: Offices;
  readonly random: SeededRandom;
  readonly calendar: WorkingCalendar;
  now(): Instant;
  /** The word on the receipt, which the applicant knows. */
  wordOf(caseId: string): string;
  readonly citizen: Browser;
};

/** What somebody will do on a case, and when. */
export type NextTouch = { readonly at: Instant; readonly kase: DemoCase };

/** When the case is touched next; undefined when nothing is left to do. */
export function nextTouch(world: World, kase: DemoCase): NextTouch | undefined {
  const step = stepToDo(kase);
  if (step === undefined) return undefined;
  const { random, calendar } = world;
  const now = world.now();
  // The applicant comes for the result, or with the missing paper or the money, in their own time.
  if (step.work === "return") return { at: addWorkingMinutes(calendar, now, random.between(20, 1200)), kase };
  if (step.work === "await-supplement" || step.work === "await-payment") {
    return { at: addWorkingMinutes(calendar, now, random.between(300, 2400)), kase };
  }
  const budgetMinutes =
    step.dueAt === undefined ? 240 : workingMinutesBetween(calendar, now, parseIso(step.dueAt));
  return { at: workedAt({ ...step, budgetMinutes }, now, calendar, random), kase };
}

const SIDE_WORK: ReadonlySet<string> = new Set(["opinion", "ask-supplement", "await-payment"]);

/** The piece of work that the case waits for. */
export function stepToDo(kase: DemoCase) {
  // While a payment is owed the step of the process stays open but rests.
  const side = kase.openSteps.find(({ work, ofProcess }) => SIDE_WORK.has(work) && !ofProcess);
  return side ?? kase.openSteps[0];
}

/** Does what the case waits for; the case afterwards. */
export async function touch(world: World, kase: DemoCase): Promise<DemoCase> {
  const step = stepToDo(kase);
  if (step === undefined) return kase;
  const officer = await world.offices.officer(
    step.unit,
    step.post as PostKind,
    Number.parseInt(kase.id.slice(-4), 16),
  );
  const act = async (verb: string, input: object) =>
    caseOf(await officer.post(`/api/v1/cases/${kase.id}/${verb}`, { input }), `${verb} ${kase.code}`);
  switch (step.work) {
    case "receive":
    case "review":
      return act("pass-on", sent(world));
    case "process":
      return appraise(world, kase, act);
    case "approve":
      return world.random.chance(0.02)
        ? act("send-back", { reason: "Dự thảo còn thiếu căn cứ, đề nghị hoàn thiện." })
        : act("approve", sent(world));
    case "issue":
      return act("issue", {});
    case "return":
      return act("hand-over", { method: "counter", collectorName: "Người nộp hồ sơ", check: "receipt" });
    case "opinion":
      return act("give-opinion", {
        opinion: "agree",
        text: "Thống nhất với đề xuất của cơ quan giải quyết.",
      });
    case "ask-supplement":
      return (
        (await tryTo(() =>
          act("request-supplement", {
            items: ["Bản chính giấy tờ chứng minh nơi cư trú"],
            reason: "Thành phần hồ sơ chưa đủ theo quy định.",
          }),
        )) ?? act("decline-supplement", { reason: "Đã hết thời gian được yêu cầu bổ sung." })
      );
    case "await-supplement":
      return act("complete-supplement", { papers: ["Giấy tờ chứng minh nơi cư trú"] });
    case "await-payment":
      return step.ofProcess
        ? act("end-wait", came(world, "BL-2026"))
        : act("confirm-payment", { receipt: "Biên lai nộp tiền vào ngân sách nhà nước" });
    case "await-outside":
      return act("end-wait", came(world, "KQ-2026"));
    default:
      throw new Unplayed(`nobody has learned to ${step.work}`);
  }
}

const UNLAWFUL = /supplement-used|supplement-too-late|not-at-this-step|wrong-state|opinion-pending/;

/** The specialist's part: now and then something is missing, owed or unclear; otherwise draft and pass on. */
async function appraise(
  world: World,
  kase: DemoCase,
  act: (verb: string, input: object) => Promise<DemoCase>,
): Promise<DemoCase> {
  const { random } = world;
  const fresh = random.chance(0.12);
  if (fresh && random.chance(0.45)) {
    const proposed = await tryTo(() =>
      act("propose-supplement", {
        items: ["Bản chính giấy tờ chứng minh nơi cư trú"],
        reason: "Thành phần hồ sơ chưa đủ theo quy định.",
      }),
    );
    if (proposed !== undefined) return proposed;
  }
  if (fresh && random.chance(0.1)) {
    const noted = await tryTo(() =>
      act("note-financial-duty", {
        name: "Lệ phí trước bạ",
        amount: 350_000,
        notice: "Thông báo của cơ quan thuế",
      }),
    );
    if (noted !== undefined) return noted;
  }
  if (fresh && random.chance(0.15)) {
    const other = world.offices.unit(kase.decidingUnit === "H21.18" ? "H21.24" : "H21.18");
    const question = "Đề nghị cho ý kiến về hồ sơ.";
    const asked = await tryTo(() => act("ask-opinion", { unitId: other.id, question, workingDays: 2 }));
    if (asked !== undefined) return asked;
  }
  const refuses = random.chance(0.015);
  await act("draft-result", {
    kind: refuses ? "refused" : "granted",
    title: refuses
      ? "Văn bản trả lời không đủ điều kiện giải quyết"
      : "Kết quả giải quyết thủ tục hành chính",
    content: refuses ? "Hồ sơ không đủ điều kiện theo quy định." : "Chấp thuận đề nghị theo hồ sơ.",
  });
  return act("pass-on", sent(world));
}

/** The document by which a case is sent where the clock stands still; elsewhere nobody asks for it. */
function sent(world: World) {
  return { evidenceNumber: "15/PC", evidenceDate: localDateOf(world.now()) };
}

function came(world: World, documentNumber: string) {
  return { documentNumber, documentDate: localDateOf(world.now()) };
}

/** What the law or the process does not allow here, such as a second supplement or one after its days: the work goes on without it. */
async function tryTo(act: () => Promise<DemoCase>): Promise<DemoCase | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof UnexpectedAnswer && UNLAWFUL.test(error.message)) return undefined;
    throw error;
  }
}

/** The applicant looks where the case is; after the return some answer the questionnaire. */
export async function lookOrRate(world: World, kase: DemoCase): Promise<void> {
  const word = world.wordOf(kase.id);
  const query = `?w=${encodeURIComponent(word)}`;
  if (kase.status === 10 && world.random.chance(0.4)) {
    const overall = world.random.weighted([
      ["satisfied", 88],
      ["neutral", 9],
      ["unsatisfied", 3],
    ] as const);
    const answers = { time: world.random.between(1, 2), attitude: 2, guidance: 2 };
    const rated = await world.citizen.post(`/api/v1/track/${kase.code}/rating${query}`, { overall, answers });
    if (rated.status !== 200)
      throw new UnexpectedAnswer(`rating ${kase.code}: ${rated.status} ${rated.text}`);
  } else if (world.random.chance(0.3)) {
    const page = await world.citizen.get(`/track/${kase.code}${query}`);
    if (page.status !== 200) throw new UnexpectedAnswer(`tracking ${kase.code}: ${page.status}`);
  }
}
