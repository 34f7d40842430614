import { afterEach, beforeEach, expect, it } from "vitest";
import { instantOf } from "../../src/kernel/time.ts";
import { trackingWord } from "../../src/modules/cases/index.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { testClock } from "../harness/clock.ts";
import { does, received } from "./case-at.ts";
import type { Province } from "./province.ts";

const PERMIT = "1.013236";
const BASIS = "Điều 102 Luật Xây dựng";
const DESK = "an.nv.motcua";
const DEPARTMENT = { specialist: "duc.pm.xaydung", head: "thanh.hc.xaydung", leader: "phuoc.dh.xaydung" };

let app: TestApp;
beforeEach(async () => {
  app = await testApp({ clock: testClock("2026-11-23", 9 * 60) });
});
afterEach(() => app?.close());

/** By law silence is this answer for a procedure, or for one variant that has a process of its own. */
async function silenceMeans(outcome: "granted" | "refused", code = PERMIT, variant = ""): Promise<void> {
  await app.db.ownerPool.query(
    "update processes.process set terms = $1 where procedure_code = $2 and variant_code = $3",
    [JSON.stringify({ whenSilent: { outcome, basis: BASIS } }), code, variant],
  );
}

async function permit() {
  const units = {
    receivingUnitId: app.directory.unitByCode("H21.00.01")?.id,
    decidingUnitId: app.directory.unitByCode("H21.18")?.id,
  };
  return received(app as unknown as Province, DESK, { procedureCode: PERMIT, ...units });
}

async function page(url: string, officer?: string): Promise<string> {
  const cookies = officer === undefined ? {} : { ...(await app.signedIn(officer)).cookies };
  const answer = await app.inject({ url, cookies });
  expect(answer.statusCode, url).toBe(200);
  return answer.body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

it("an answer that silence will be is announced before it comes: at the procedure, to the applicant, to the officers", async () => {
  expect(await page(`/procedures/${PERMIT}`)).not.toContain("không trả lời");
  const before = await permit();
  expect(await page(`/officer/cases/${before.id}`, DESK)).not.toContain("không trả lời");

  await silenceMeans("granted");
  expect(await page(`/procedures/${PERMIT}`)).toContain(
    `Quá thời hạn mà cơ quan không trả lời thì được coi là đồng ý. Căn cứ: ${BASIS}.`,
  );
  expect(await page(`/procedures/${PERMIT}?lang=en`)).toContain("counts as granted");
});

it("with the day, as long as the clock runs and nobody has decided otherwise", async () => {
  await silenceMeans("refused");
  const one = await permit();
  const word = trackingWord(await installationSecret(app.db.database, "tracking"), one.id).printed;
  const told = `Quá 16:30 ngày 07/12/2026 mà cơ quan không trả lời thì được coi là từ chối. Căn cứ: ${BASIS}.`;
  const track = `/track/${one.code}?w=${word}`;
  const screen = () => page(`/officer/cases/${one.id}`, DEPARTMENT.specialist);
  const act = (officer: string, verb: string, input: object = {}) =>
    does(app as unknown as Province, officer, verb, one.id, input);
  await act(DESK, "pass-on");
  expect(await page(track)).toContain(told);
  expect(await screen()).toContain(told);

  await act(DEPARTMENT.specialist, "note-financial-duty", {
    name: "Lệ phí",
    amount: 100_000,
    notice: "1/TB",
  });
  expect(await page(track)).not.toContain("không trả lời");
  await act(DESK, "confirm-payment", { receipt: "BL-1" });
  expect(await page(track)).toContain("được coi là từ chối");

  await act(DEPARTMENT.specialist, "draft-result", { kind: "granted", title: "Giấy phép", content: "Đủ" });
  await act(DEPARTMENT.specialist, "pass-on");
  await act(DEPARTMENT.head, "pass-on");
  expect(await page(track)).toContain("được coi là từ chối");
  await act(DEPARTMENT.leader, "approve");
  expect(await page(track)).not.toContain("được coi là từ chối");
  expect(await screen()).not.toContain("được coi là từ chối");
  // What is signed otherwise and not issued in time does not vanish from sight.
  app.clock.moveTo(instantOf("2026-12-08", 9 * 60));
  expect(await screen()).toContain("kết quả đồng ý đã ký mà chưa phát hành");
  expect(await page(track)).not.toContain("kết quả đồng ý");
});

it("at a procedure with variants beside the time of each for which a law says so", async () => {
  const found = await app.db.ownerPool.query<{ code: string; variant: string }>(
    `select procedure_code as code, max(variant_code) as variant from processes.process where variant_code <> ''
     group by 1 having count(*) > 1 order by 1 limit 1`,
  );
  const { code, variant } = found.rows[0] ?? { code: "", variant: "" };
  const times = async () =>
    (await page(`/procedures/${code}`)).split("Quá thời hạn mà cơ quan không trả lời").length - 1;
  expect(await times()).toBe(0);
  await silenceMeans("granted", code, variant);
  expect(await times()).toBe(1);
});
