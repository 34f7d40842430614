import { caseOf, type DemoCase, numberOf } from "./demo-case.ts";
import { type Act, sent, tryTo } from "./hands.ts";
import type { World } from "./world.ts";

/** The specialist's part: now and then something is missing, owed or unclear; otherwise draft and pass on. */
export async function appraise(world: World, kase: DemoCase, act: Act): Promise<DemoCase> {
  const { random } = world;
  const aside = random.chance(0.12) ? await stepAside(world, kase, act) : undefined;
  if (aside !== undefined) return aside;
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

/** What has to come first: papers, money, somebody's opinion; undefined: nothing, or the law does not allow it here. */
async function stepAside(world: World, kase: DemoCase, act: Act): Promise<DemoCase | undefined> {
  const { random } = world;
  if (random.chance(0.45)) {
    const asked = await proposeSupplement(world, kase, act);
    if (asked !== undefined) return asked;
  }
  if (random.chance(0.1)) {
    const noted = await tryTo(() =>
      act("note-financial-duty", {
        name: "Lệ phí trước bạ",
        amount: 350_000,
        notice: "Thông báo của cơ quan thuế",
      }),
    );
    if (noted !== undefined) return noted;
  }
  if (!random.chance(0.15)) return undefined;
  const other = world.offices.unit(kase.decidingUnit === "H21.18" ? "H21.24" : "H21.18");
  const question = "Đề nghị cho ý kiến về hồ sơ.";
  return tryTo(() => act("ask-opinion", { unitId: other.id, question, workingDays: 2 }));
}

/** Asks for papers; where the law's one request is used up or its days are over, the leader now and then allows it. */
async function proposeSupplement(world: World, kase: DemoCase, act: Act): Promise<DemoCase | undefined> {
  const propose = () =>
    act("propose-supplement", {
      items: ["Bản chính giấy tờ chứng minh nơi cư trú"],
      reason: "Thành phần hồ sơ chưa đủ theo quy định.",
    });
  const proposed = await tryTo(propose);
  if (proposed !== undefined || !world.random.chance(0.5)) return proposed;
  const leader = await world.offices.officer(kase.decidingUnit, "leader", numberOf(kase));
  const allowed = await tryTo(async () =>
    caseOf(
      await leader.post(`/api/v1/cases/${kase.id}/allow-supplement`, {
        input: { reason: "Giấy tờ nộp bổ sung vẫn thiếu trang ký; không có thì phải trả lại hồ sơ." },
      }),
      `allowing papers for ${kase.code}`,
    ),
  );
  return allowed && tryTo(propose);
}
