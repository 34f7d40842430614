import { z } from "zod";
import { type Instant, parseIso } from "../kernel/time.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../kernel/working-calendar.ts";
import { appraise } from "./appraise.ts";
import { UnexpectedAnswer } from "./browser.ts";
import { bodyOf, CaseAnswer, type DemoCase, numberOf, stepToDo } from "./demo-case.ts";
import { came, ENDED, handsOn, sent, tryTo } from "./hands.ts";
import { workedAt } from "./pace.ts";
import { Unplayed } from "./unplayed.ts";
import type { World } from "./world.ts";

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

/** Does what the case waits for; the case afterwards. */
export async function touch(world: World, kase: DemoCase): Promise<DemoCase> {
  const step = stepToDo(kase);
  if (step === undefined) return kase;
  const act = handsOn(world, kase, step);
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
      // Whoever comes after the last day of its term finds that silence was the answer.
      return (
        (await tryTo(
          () =>
            act("give-opinion", {
              opinion: "agree",
              text: "Thống nhất với đề xuất của cơ quan giải quyết.",
            }),
          ENDED,
        )) ?? seenAgain(world, kase)
      );
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

/** The case as it is by now: somebody else, or time, may have moved it on. */
async function seenAgain(world: World, kase: DemoCase): Promise<DemoCase> {
  const leader = await world.offices.officer(kase.decidingUnit, "leader", numberOf(kase));
  const answer = await leader.open(`/api/v1/cases/${kase.id}`);
  return z.object({ case: CaseAnswer }).parse(bodyOf(answer, `reading ${kase.code}`)).case;
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
