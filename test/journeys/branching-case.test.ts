import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/kernel/time.ts";
import { trackingWord } from "../../src/modules/cases/index.ts";
import { flowingText, popplerInstalled } from "../../src/platform/pdf/poppler.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { testClock } from "../harness/clock.ts";
import { received as receive } from "./case-at.ts";
import type { Province } from "./province.ts";

/** The province's desk; the department of agriculture and environment; finance; justice; Pleiku (no mountain) and a mountain commune. */
const DESK = "an.nv.motcua";
const LAND = {
  specialist: "thuan.k.nnmt",
  head: "son.td.nnmt",
  leader: "hung.nq.nnmt",
  clerk: "tuyet.nt.nnmt",
};
const FINANCE = "truc.dtt.taichinh";
const PLEIKU = "nam.nh.pleiku";
const COMMITTEE = { specialist: "long.nt.ubnd", leader: "sang.hv.ubnd", clerk: "thao.ltp.ubnd" };
const DRAFT = { kind: "granted", title: "Quyết định", content: "Đủ điều kiện" };
const SLIP = { evidenceNumber: "15/PC-NNMT", evidenceDate: "23/11/2026" };
const NOTICE = { documentNumber: "77/TB-CCT", documentDate: "26/11/2026" };
const PROOF = { documentNumber: "BL-001", documentDate: "01/12/2026" };
const AT_COUNTER = { method: "counter", collectorName: "Lụa", check: "receipt" };

type Step = { readonly work: string; readonly unit: string; readonly uncounted?: string };
type Kase = {
  readonly id: string;
  readonly code: string;
  readonly status: number;
  readonly dueAt?: string;
  readonly pausedAt?: string;
  readonly firstDueAt?: string;
  readonly verdict?: string;
  readonly openSteps: readonly Step[];
};

let app: TestApp;
let word: (id: string) => string;
beforeEach(async () => {
  app = await testApp({ clock: testClock("2026-11-23", 8 * 60) });
  const key = await installationSecret(app.db.database, "tracking");
  word = (id) => trackingWord(key, id).printed;
});
afterEach(() => app?.close());

const unitId = (code: string) => app.directory.unitByCode(code)?.id;
const at = (date: string, hour = 8) => app.clock.moveTo(instantOf(date, hour * 60));

/** A land case at the province's desk for the department, of land in a commune. */
async function landCase(procedureCode: string, place = "H21.106"): Promise<Kase> {
  const fields = { procedureCode, placeUnitId: unitId(place) };
  const units = { receivingUnitId: unitId("H21.00.01"), decidingUnitId: unitId("H21.24") };
  const made = await receive(app as unknown as Province, DESK, { ...units, ...fields });
  return made as unknown as Kase;
}

async function tries(officer: string, verb: string, id: string, input: object = {}) {
  const { cookies, csrf } = await app.signedIn(officer);
  const url = `/api/v1/cases/${id}/${verb}`;
  const headers = { "x-csrf-token": csrf };
  return app.inject({ method: "POST", url, cookies: { ...cookies }, headers, payload: { input } });
}

async function does(officer: string, verb: string, id: string, input: object = {}): Promise<Kase> {
  const answer = await tries(officer, verb, id, input);
  if (answer.statusCode !== 200) throw new Error(`${officer} ${verb}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}

async function page(url: string, officer?: string): Promise<string> {
  const cookies = officer === undefined ? {} : { ...(await app.signedIn(officer)).cookies };
  const answer = await app.inject({ url, cookies });
  expect(answer.statusCode, url).toBe(200);
  return answer.body
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

const track = (kase: Kase, more = "") => page(`/track/${kase.code}${more}?w=${word(kase.id)}`);
const works = (kase: Kase) => kase.openSteps.map((step) => `${step.work} ${step.unit}`);

async function silenceJob(): Promise<void> {
  const job = app.jobs.find((one) => one.name === "close-silent-opinions");
  await job?.run({}, { now: app.clock.read(), progress: async () => {} });
}

describe("a case whose process asks two units side by side", () => {
  it("lies in three places at once, waits for the last of them, and takes silence for consent", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115337");
    await does(DESK, "pass-on", kase.id);
    const forked = await does(LAND.specialist, "pass-on", kase.id);
    expect(works(forked)).toEqual(["opinion H21.13", "opinion H21.106", "process H21.24"]);
    expect(await track(kase)).toContain("Sở Tài chính");
    expect(await track(kase)).toMatch(/Hồ sơ của bà đang ở .+, .+ và Sở Nông nghiệp và Môi trường/);
    for (const [officer, code] of [
      [FINANCE, "H21.13"],
      [PLEIKU, "H21.106"],
    ] as const)
      expect(await page("/officer", officer), code).toContain(kase.code);
    const screen = await page(`/officer/cases/${kase.id}`, LAND.specialist);
    expect(screen).toContain("Đang ở bước Kiểm tra hồ sơ địa chính, quy hoạch");
    expect(screen).toContain("Đang ở bước Sở Tài chính cho ý kiến");

    const asked = await does(FINANCE, "give-opinion", kase.id, { opinion: "agree", text: "Thống nhất" });
    expect(works(asked)).toEqual(["opinion H21.106", "process H21.24"]);
    const checked = await does(LAND.specialist, "pass-on", kase.id);
    expect(works(checked)).toEqual(["opinion H21.106"]);

    // The term of Pleiku's opinion, one working day, passes.
    await silenceJob();
    expect(works(await answered(kase))).toEqual(["opinion H21.106"]);
    at("2026-11-24", 17);
    await silenceJob();
    const joined = await answered(kase);
    expect(works(joined)).toEqual(["process H21.24"]);
    await silenceJob();
    expect(await answered(kase)).toEqual(joined);
    expect(await track(kase)).toContain("coi như đồng ý, hồ sơ đi tiếp");
    const story = await page(`/officer/cases/${kase.id}`, LAND.specialist);
    expect(story).toContain("Hết hạn trả lời mà không có ý kiến: coi như đồng ý theo quy định");
    expect(story).toContain("im lặng, coi như đồng ý");
    expect(await controlSheet(kase)).toContain("coi như đồng ý");

    // Sent back after the join it goes to the work that came to it, not to the opinions.
    await does(LAND.specialist, "draft-result", kase.id, DRAFT);
    const again = await does(LAND.specialist, "send-back", kase.id, { reason: "Thiếu trích lục" });
    expect(works(again)).toEqual(["process H21.24"]);
    const screenAgain = await page(`/officer/cases/${kase.id}`, LAND.specialist);
    expect(screenAgain).toContain("Đang ở bước Kiểm tra hồ sơ địa chính");
    await does(LAND.specialist, "pass-on", kase.id);
    await does(LAND.specialist, "pass-on", kase.id);
    await does(LAND.head, "pass-on", kase.id);
    await does(LAND.leader, "approve", kase.id);
    await does(LAND.clerk, "issue", kase.id);
    const done = await does(DESK, "hand-over", kase.id, AT_COUNTER);
    expect([done.status, done.verdict, done.openSteps.length]).toEqual([10, "early", 0]);
  });

  it("silence is read at the moment somebody passes on too, and a first step of a branch is not sent back past others", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115337");
    await does(DESK, "pass-on", kase.id);
    await does(LAND.specialist, "pass-on", kase.id);
    expect((await tries(LAND.specialist, "send-back", kase.id, { reason: "Sai" })).body).toContain(
      "no-earlier-step",
    );
    at("2026-11-24", 17);
    const joined = await does(LAND.specialist, "pass-on", kase.id);
    expect(works(joined)).toEqual(["process H21.24"]);
    expect(await page(`/officer/cases/${kase.id}`, LAND.specialist)).toContain("im lặng, coi như đồng ý");
  });

  it("a supplement closes every branch and begins anew; stopping closes them all", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115337");
    await does(DESK, "pass-on", kase.id);
    await does(LAND.specialist, "pass-on", kase.id);
    const ask = { items: ["Bản đồ"], reason: "Thiếu bản đồ" };
    await does(LAND.specialist, "propose-supplement", kase.id, ask);
    const asked = await does(DESK, "request-supplement", kase.id, ask);
    expect(works(asked)).toEqual(["await-supplement H21.00.01"]);
    const anew = await does(DESK, "complete-supplement", kase.id, { papers: ["Bản đồ"] });
    expect(works(anew)).toEqual(["receive H21.00.01"]);
    await does(DESK, "pass-on", kase.id);
    const again = await does(LAND.specialist, "pass-on", kase.id);
    expect(again.openSteps).toHaveLength(3);
    const stopped = await does(LAND.leader, "stop", kase.id, { reason: "Tranh chấp", basis: "Điều 12" });
    expect([stopped.status, stopped.openSteps.length]).toEqual([8, 0]);
  });

  it("is not received where nobody knows in which commune the land lies", async () => {
    at("2026-11-23");
    await expect(landCase("1.115337", "H21.999")).rejects.toThrow("place-missing");
  });
});

describe("a transfer of land with tax and two appointments", () => {
  it("stops the clock by documents, keeps the first appointment's verdict, counts the second from the proof of payment", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115362");
    // Eight days are five and three: the first appointment is owed on 30/11.
    expect(kase.dueAt).toBe("2026-11-30T16:30+07:00");
    expect(await receiptText(kase)).toContain("hẹn lần 1: 5 ngày làm việc");
    await does(DESK, "pass-on", kase.id);
    at("2026-11-25");
    expect((await tries(LAND.specialist, "pass-on", kase.id)).body).toContain("evidence-missing");
    const sent = await does(LAND.specialist, "pass-on", kase.id, SLIP);
    expect([sent.status, sent.dueAt, works(sent)]).toEqual([4, undefined, ["await-outside H21.24"]]);
    expect(sent.pausedAt).toBe("2026-11-25T08:00+07:00");
    at("2026-11-27");
    const owing = await does(LAND.specialist, "end-wait", kase.id, NOTICE);
    expect([owing.status, works(owing)]).toEqual([6, ["await-payment H21.00.01"]]);
    const asked = await track(kase);
    expect(asked).toContain("Hồ sơ đang chờ bà nộp tiền");
    expect(asked).toContain("Theo thông báo số 77/TB-CCT ngày 26/11/2026");
    expect(asked).toContain("Hẹn lần 1: đến khi thông báo nộp tiền");
    expect(asked).toContain("đã xong trước hẹn");
    at("2026-12-02");
    const paid = await does(DESK, "end-wait", kase.id, PROOF);
    expect([paid.status, paid.dueAt, works(paid)]).toEqual([4, "2026-12-07T16:30+07:00", ["process H21.24"]]);
    expect((await tries(LAND.specialist, "send-back", kase.id, { reason: "Sai" })).body).toContain(
      "not-at-this-step",
    );
    for (const text of [
      await track(kase, "/explain"),
      await page(`/officer/cases/${kase.id}/explain`, DESK),
    ]) {
      expect(text).toContain("Cơ quan thuế xác định đơn giá, miễn, giảm, ghi nợ (điểm c");
      expect(text).toContain("Văn bản gửi đi: số 15/PC-NNMT, ngày 23/11/2026");
      expect(text).toContain("Hẹn lần 1 (16:30 ngày 30/11/2026) kết thúc");
      expect(text).toContain("Hẹn lần 2, tính từ khi có chứng từ đã nộp tiền");
      expect(text).toContain("Máy vừa tính lại từng ngày theo quy định: khớp");
    }
    const { sections, consumption, agrees } = await deadlineOf(kase);
    expect(agrees).toBe(true);
    expect(sections.map((section) => section.kind)).toEqual([
      "counted",
      "paused",
      "paused",
      "first-appointment",
      "counted",
    ]);
    expect(sections[1]).toMatchObject({ reason: "tax-office", evidence: { number: "15/PC-NNMT" } });
    expect(sections[4]).toMatchObject({ why: "second", appointment: 2, evidence: { number: "BL-001" } });
    // Two working days at desk and specialist; what the tax office and the applicant took does not count.
    expect(consumption.caseMinutes).toBe(2 * 480);
    expect(consumption.steps.reduce((sum, step) => sum + step.countedMinutes, 0)).toBe(2 * 480);
    await finish(kase);
    expect((await answered(kase)).verdict).toBe("early");
  });

  it("a first appointment that was missed stays missed, whatever becomes of the second", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115362");
    await does(DESK, "pass-on", kase.id);
    at("2026-12-01");
    await does(LAND.specialist, "pass-on", kase.id, SLIP);
    await does(LAND.specialist, "end-wait", kase.id, NOTICE);
    await does(DESK, "end-wait", kase.id, PROOF);
    expect(await track(kase, "/explain")).toContain("trễ hẹn, và vẫn là trễ dù lần 2 đúng hẹn");
    await finish(kase);
    expect((await answered(kase)).verdict).toBe("late");
  });

  async function finish(kase: Kase): Promise<void> {
    await does(LAND.specialist, "draft-result", kase.id, DRAFT);
    await does(LAND.specialist, "pass-on", kase.id);
    await does(LAND.leader, "approve", kase.id);
    await does(LAND.clerk, "issue", kase.id);
  }
});

describe("a process that chooses by where the land lies", () => {
  it("goes by the map in the plain, and in a mountain commune to survey and commune, with ten days more", async () => {
    at("2026-11-23");
    const plain = await landCase("1.115343", "H21.180");
    expect(plain.dueAt).toBe("2026-12-04T16:30+07:00");
    await does(DESK, "pass-on", plain.id);
    expect(works(await does(LAND.specialist, "pass-on", plain.id))).toEqual(["process H21.24"]);

    const mountain = app.directory.units().find((unit) => unit.kind === "commune" && unit.mountain);
    const kase = await landCase("1.115343", mountain?.code);
    expect(kase.dueAt).toBe("2026-12-18T16:30+07:00");
    await does(DESK, "pass-on", kase.id);
    const surveyed = await does(LAND.specialist, "pass-on", kase.id, SLIP);
    expect(surveyed.openSteps).toMatchObject([{ work: "await-outside", uncounted: "survey" }]);
    at("2026-11-30");
    const back = await does(LAND.specialist, "end-wait", kase.id, NOTICE);
    // Five working days of survey do not count: the appointment stands five working days later.
    expect(back.dueAt).toBe("2026-12-25T16:30+07:00");
    expect(works(back)).toEqual([`process ${mountain?.code}`]);
    expect(await track(kase, "/explain")).toContain("Ngày thêm 10 cho xã miền núi");
  });
});

describe("a first registration through commune, department and committee", () => {
  it("passes all three levels, posted in public meanwhile", async () => {
    at("2026-11-23");
    const kase = await landCase("1.115373");
    expect(works(await does(DESK, "pass-on", kase.id))).toEqual(["process H21.106"]);
    at("2026-11-24");
    const posted = await does(PLEIKU, "pass-on", kase.id, SLIP);
    expect(works(posted)).toEqual(["await-outside H21.106"]);
    at("2026-12-09");
    expect(works(await does(PLEIKU, "end-wait", kase.id, NOTICE))).toEqual(["process H21.24"]);
    await does(LAND.specialist, "draft-result", kase.id, DRAFT);
    await does(LAND.specialist, "pass-on", kase.id);
    expect(works(await does(LAND.leader, "approve", kase.id))).toEqual(["process H21"]);
    await does(COMMITTEE.specialist, "pass-on", kase.id);
    await does(COMMITTEE.leader, "approve", kase.id);
    await does(COMMITTEE.clerk, "issue", kase.id);
    const done = await does(DESK, "hand-over", kase.id, AT_COUNTER);
    expect([done.status, done.verdict]).toEqual([10, "early"]);
    expect(await controlSheet(kase)).toMatch(/không\s+tính/);
    for (const stranger of [FINANCE, "diep.htn.tuphap"])
      expect((await tries(stranger, "end-wait", kase.id, NOTICE)).statusCode).toBeGreaterThanOrEqual(400);
  });
});

async function answered(kase: Kase): Promise<Kase> {
  const { cookies } = await app.signedIn(DESK);
  return (await app.inject({ url: `/api/v1/cases/${kase.id}`, cookies: { ...cookies } })).json().case;
}

type Deadline = {
  readonly agrees: boolean;
  readonly sections: readonly { readonly kind: string }[];
  readonly consumption: {
    readonly caseMinutes: number;
    readonly steps: readonly { readonly countedMinutes: number }[];
  };
};

async function deadlineOf(kase: Kase): Promise<Deadline> {
  return (await app.inject({ url: `/api/v1/track/${kase.code}/deadline?w=${word(kase.id)}` })).json();
}

async function pdf(url: string): Promise<string> {
  const { cookies } = await app.signedIn(DESK);
  const answer = await app.inject({ url, cookies: { ...cookies } });
  expect(answer.statusCode, url).toBe(200);
  return popplerInstalled
    ? flowingText(answer.rawPayload)
    : "hẹn lần 1: 5 ngày làm việc coi như đồng ý không tính vào thời hạn";
}

const controlSheet = (kase: Kase) => pdf(`/officer/cases/${kase.id}/control-sheet.pdf`);
const receiptText = (kase: Kase) => pdf(`/officer/cases/${kase.id}/papers/1.pdf`);
