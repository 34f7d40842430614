import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, instantOf, parseIso, toIso } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import { acceptCase } from "../accept-case/accept-case.ts";
import { allowSupplement } from "../allow-supplement/allow-supplement.ts";
import { apologise } from "../apologise/apologise.ts";
import { listActions } from "../case-store.ts";
import { changeProcedure } from "../change-procedure/change-procedure.ts";
import { completeSupplement } from "../complete-supplement/complete-supplement.ts";
import { confirmPayment } from "../confirm-payment/confirm-payment.ts";
import type { CaseState } from "../domain/case-state.ts";
import { noteFinancialDuty } from "../note-financial-duty/note-financial-duty.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { proposeSupplement } from "../propose-supplement/propose-supplement.ts";
import { listReadings } from "../reading-store.ts";
import { registerOnline } from "../register-online/register-online.ts";
import { requestSupplement } from "../request-supplement/request-supplement.ts";
import { type CitizenRoom, citizenRoom } from "../track-case/testing/citizen-room.ts";
import { readingText } from "../track-case/testing/reading-text.ts";
import { testProcedure } from "../track-case/testing/test-procedures.ts";
import { explainDeadline } from "./explain-deadline.ts";

const DESK = "thuy.kt.pleiku";
const SPECIALIST = "nam.nh.pleiku";
let room: CitizenRoom;

describe("why this date", () => {
  beforeAll(async () => {
    room = await citizenRoom();
  });
  afterAll(() => room?.close());

  const at = (iso: string) => room.clock.moveTo(parseIso(`${iso}+07:00`));

  async function explained(state: CaseState) {
    const actions = await listActions(room.deps.database.pool, state.id);
    return explainDeadline(actions, () => room.deps.calendarOf(state.decidingUnitId));
  }

  const text = async (state: CaseState, lang = "vi") =>
    readingText((await room.get(`${room.qr(state, "/explain")}&lang=${lang}`)).body);

  it("tells each day: the first not counted, weekends, holidays by name and source", async () => {
    at("2026-04-24T14:00");
    const page = await text(await room.receive());
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 06/05/2026.");
    expect(page).toContain(
      "thứ sáu 24/04/2026 Không tính: ngày đầu tiên của thời hạn (BLDS 2015, Điều 147 khoản 2)",
    );
    expect(page).toContain("thứ bảy 25/04/2026 Không tính: ngày nghỉ hằng tuần");
    expect(page).toContain(
      "thứ hai 27/04/2026 Không tính: Nghỉ bù Giỗ Tổ Hùng Vương (BLLĐ 2019, Điều 111 khoản 3)",
    );
    expect(page).toContain("thứ ba 28/04/2026 Ngày thứ 1");
    expect(page).toContain("thứ năm 30/04/2026 Không tính: Ngày Chiến thắng");
    expect(page).toContain("thứ tư 06/05/2026 Ngày thứ 5");
    expect(page).toContain("khớp với ngày đã hẹn");
  });

  it("counts the make-up Saturday and says what it is worked for", async () => {
    at("2026-08-20T08:00");
    expect(await text(await room.receive())).toContain(
      "thứ bảy 22/08/2026 Ngày thứ 2: Làm bù cho ngày 31/08 (CV 9859/VPCP-KGVX; TB 9441/TB-BNV)",
    );
  });

  it("says of a holiday that no schedule confirms yet that the law alone gives it", async () => {
    at("2027-02-03T08:00");
    expect(await text(await room.receive())).toContain(
      "thứ sáu 05/02/2027 Không tính: Tết Âm lịch, tính theo luật, chưa có thông báo lịch nghỉ chính thức (BLLĐ 2019, Điều 112)",
    );
  });

  it("tells that in-day work received from 15:00 on is due the next working day", async () => {
    room.procedures.set("9.1", testProcedure(11, "9.1", "Chứng thực", { amount: 1, unit: "in-day" }));
    at("2026-11-20T15:00");
    const page = await text(await room.receive({ procedureCode: "9.1" }));
    expect(page).toContain("thứ sáu 20/11/2026 Nhận từ 15:00 trở đi nên tính sang ngày làm việc sau");
    expect(page).toContain("chủ nhật 22/11/2026 Không tính: ngày nghỉ hằng tuần");
    expect(page).toContain("thứ hai 23/11/2026 Ngày làm việc đầu tiên sau lúc nhận");
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 23/11/2026.");
  });

  it("does not say 15:00 of what was received on a Saturday", async () => {
    room.procedures.set("9.1", testProcedure(11, "9.1", "Chứng thực", { amount: 1, unit: "in-day" }));
    at("2026-02-14T08:00");
    const page = await text(await room.receive({ procedureCode: "9.1" }));
    expect(page).not.toContain("15:00");
    expect(page).toContain("thứ bảy 14/02/2026 Không tính: ngày nghỉ hằng tuần");
    expect(page).toContain("thứ tư 18/02/2026 Không tính: Tết Âm lịch");
    expect(page).toContain("thứ hai 23/02/2026 Ngày làm việc đầu tiên sau lúc nhận: trả trong ngày này");
  });

  it("tells on which days the hours of a limit are worked, holidays between them too", async () => {
    room.procedures.set("9.2", testProcedure(12, "9.2", "Xác nhận", { amount: 4, unit: "hour" }));
    at("2026-02-13T15:30");
    const page = await text(await room.receive({ procedureCode: "9.2" }));
    expect(page).toContain("thứ sáu 13/02/2026 4 giờ làm việc kể từ lúc nhận");
    expect(page).toContain("thứ sáu 13/02/2026 1 giờ làm việc");
    expect(page).toContain("thứ ba 17/02/2026 Không tính: Tết Âm lịch (mùng 1)");
    expect(page).toContain("thứ hai 23/02/2026 3 giờ làm việc");
    expect(page).toContain("Hẹn trả kết quả: 10:00 ngày 23/02/2026.");
  });

  it("tells every day by which the end of calendar days is moved", async () => {
    room.procedures.set("9.3", testProcedure(13, "9.3", "Cấp phép", { amount: 30, unit: "calendar-day" }));
    at("2026-01-17T09:00");
    const page = await text(await room.receive({ procedureCode: "9.3" }));
    for (const day of [16, 17, 18, 19, 20]) expect(page).toContain(`${day}/02/2026 Không tính: Tết Âm lịch`);
    expect(page).toContain("chủ nhật 22/02/2026 Không tính: ngày nghỉ hằng tuần");
    expect(page).toContain("thứ hai 23/02/2026 Ngày cuối rơi vào ngày nghỉ");
  });

  it("tells the extra days of mountain communes", async () => {
    at("2026-11-23T09:00");
    const unit = { receivingUnitId: room.unitId("H21.134.01"), decidingUnitId: room.unitId("H21.134") };
    const desk = room.deskOf("H21.134.01");
    const page = await text(await room.receive({ procedureCode: "9.000002", ...unit }, desk));
    expect(page).toContain("10 ngày làm việc cộng 10 ngày làm việc cho xã miền núi");
    expect(page).toContain("Ngày thêm 10");
    // A land procedure whose own text adds nothing, such as those of the economic zone's board.
    const limit = { amount: 5, unit: "working-day" } as const;
    room.procedures.set("9.4", testProcedure(14, "9.4", "Giao đất", limit, { field: "Đất đai" }));
    const plain = await text(await room.receive({ procedureCode: "9.4", ...unit }, desk));
    expect(plain).not.toContain("Ngày thêm");
    expect(plain).toContain("Hẹn trả kết quả: 16:30 ngày 30/11/2026.");
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 21/12/2026.");
  });

  it("judges a case by the time of its channel, and tells so with the version that gives it", async () => {
    const days = (amount: number) => ({ amount, unit: "working-day" }) as const;
    const exchange = testProcedure(15, "9.5", "Cấp đổi thử", undefined);
    const limitByChannel = { direct: days(5), postal: days(20), online: days(15) };
    const inForce = { ...exchange, version: 3, content: { ...exchange.content, limitByChannel } };
    room.procedures.set("9.5", inForce);
    at("2026-11-23T09:00");
    const counter = await text(await room.receive({ procedureCode: "9.5" }));
    expect(counter).toContain("Hẹn trả kết quả: 16:30 ngày 30/11/2026.");
    expect(counter).toContain(
      "Đây là thời hạn của hồ sơ nộp theo cách “Trực tiếp”: danh mục thủ tục 9.5, bản 3, ghi thời hạn riêng",
    );
    const byPost = await room.receive({ procedureCode: "9.5", channel: "postal" });
    expect(byPost.matter).toMatchObject({ limit: days(20), limitChannel: "postal", procedureVersion: 3 });
    expect(await text(byPost)).toContain("Hẹn trả kết quả: 16:30 ngày 21/12/2026.");
    expect((await explained(byPost)).agrees).toBe(true);
    const facts = readingText((await room.get(room.qr(byPost))).body);
    expect(facts).toContain("20 ngày làm việc (bưu chính công ích)");

    // What is filed online says nothing of a channel; a later version changes no case that is there.
    const input = room.receiveInput({ procedureCode: "9.5" });
    const filed = await registerOnline(room.deps, room.actor(DESK), input);
    if (!filed.ok) throw new Error(filed.refusal);
    expect(filed.value).toMatchObject({ channel: "online", matter: { limit: days(15) } });
    room.procedures.set("9.5", {
      ...inForce,
      version: 4,
      content: { ...inForce.content, limitByChannel: {} },
    });
    const online = await room.does(DESK, acceptCase, filed.value.id, {});
    expect(await text(online)).toContain("Hẹn trả kết quả: 16:30 ngày 14/12/2026.");
    expect(await text(online, "en")).toContain(
      "This is the limit of cases filed by this channel (Online): version 3 of procedure 9.5",
    );

    // Put right from another procedure: by the time of the channel by which it came, from the day it came.
    room.procedures.set("9.5", inForce);
    const wrong = await room.receive({ channel: "postal" });
    const put = { procedureCode: "9.5", variantCode: undefined, reason: "nhầm" };
    const right = await changeProcedure(room.deps, room.actor(DESK), { caseId: wrong.id }, put);
    if (!right.ok) throw new Error(right.refusal);
    expect(await text(right.value)).toContain("Hẹn trả kết quả: 16:30 ngày 21/12/2026.");
    // A channel without a time of its own has the general one, and nothing is said of it.
    const some = { ...exchange.content, limit: days(7), limitByChannel: { online: days(15) } };
    room.procedures.set("9.5", { ...exchange, content: some });
    const general = await text(await room.receive({ procedureCode: "9.5" }));
    expect(general).toContain("Hẹn trả kết quả: 16:30 ngày 02/12/2026.");
    expect(general).not.toContain("Đây là thời hạn của hồ sơ nộp theo cách");
  });

  it("lets a case run on whose channel gives less than the steps of the process take together", async () => {
    const limitByChannel = { direct: { amount: 1, unit: "working-day" } } as const;
    const short = testProcedure(16, "9.6", "Cấp đổi nhanh thử", { amount: 5, unit: "working-day" });
    room.procedures.set("9.6", { ...short, content: { ...short.content, limitByChannel } });
    at("2026-11-23T09:00");
    const { id, clock } = await room.receive({ procedureCode: "9.6" });
    expect(clock.dueAt).toBe(parseIso("2026-11-24T16:30+07:00"));
    at("2026-11-24T16:00");
    const passed = await room.does(DESK, passOn, id, {});
    // As in a variant with less time: the step keeps its own, the case is judged by its limit.
    expect(passed.open.map(({ dueAt }) => dueAt)).toEqual([parseIso("2026-11-25T10:30+07:00")]);
    expect(passed.clock.dueAt).toBe(parseIso("2026-11-24T16:30+07:00"));
    expect((await explained(passed)).agrees).toBe(true);
  });

  it("tells how it was counted anew after a supplement, and that the first date stays", async () => {
    at("2026-11-23T09:00");
    const { id } = await room.receive();
    await room.does(DESK, passOn, id, {});
    const missing = { items: "Ảnh", reason: "thiếu" };
    await room.does(SPECIALIST, proposeSupplement, id, missing);
    const waiting = await room.does(DESK, requestSupplement, id, missing);
    expect(await text(waiting)).toContain("Thời hạn đang tạm dừng");
    at("2026-12-01T09:00");
    const state = await room.does(DESK, completeSupplement, id, { papers: "Ảnh" });
    const page = await text(state);
    expect(page).toContain("Ngày hẹn đầu tiên 16:30 ngày 30/11/2026 vẫn giữ nguyên");
    expect(page).toContain("Tạm dừng từ 09:00 ngày 23/11/2026: chờ bổ sung giấy tờ");
    expect(page).toMatch(/Văn bản gửi đi: số \d+, ngày 23\/11\/2026\./);
    expect(page).toContain("Tính lại từ đầu khi đủ giấy tờ bổ sung, 09:00 ngày 01/12/2026");
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 08/12/2026.");
    expect((await explained(state)).agrees).toBe(true);
  });

  it("tells that a date which had passed when papers were asked for stays missed", async () => {
    at("2026-11-23T09:00");
    const { id } = await room.receive();
    await room.does(DESK, passOn, id, {});
    at("2026-12-10T09:00");
    const missing = { items: "Ảnh", reason: "thiếu" };
    await room.does("trung.vt.pleiku", allowSupplement, id, { reason: "thiếu một ảnh" });
    await room.does(SPECIALIST, proposeSupplement, id, missing);
    await room.does(DESK, requestSupplement, id, missing);
    const state = await room.does(DESK, completeSupplement, id, { papers: "Ảnh" });
    const page = await text(state);
    expect(page).toContain("Lúc đó đã quá ngày hẹn 16:30 ngày 30/11/2026: hồ sơ vẫn là trễ hẹn");
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 17/12/2026.");
    expect((await explained(state)).agrees).toBe(true);
  });

  it("tells what was left after a payment, and a new date after an apology", async () => {
    at("2026-11-23T09:00");
    const { id } = await room.receive();
    await room.does(DESK, passOn, id, {});
    at("2026-11-24T09:00");
    await room.does(SPECIALIST, noteFinancialDuty, id, { name: "Thuế", amount: "1.000", notice: "1/TB" });
    at("2026-11-27T09:00");
    await room.does(DESK, confirmPayment, id, { receipt: "BL1" });
    at("2026-12-01T10:00");
    const state = await room.does("trung.vt.pleiku", apologise, id, { reason: "ốm", newDate: "07/12/2026" });
    const page = await text(state);
    expect(page).toContain(
      "Tính tiếp từ 09:00 ngày 27/11/2026: còn lại 4 ngày 6 giờ làm việc như lúc tạm dừng",
    );
    expect(page).toContain("hẹn lại 16:30 ngày 07/12/2026");
    expect(page).toContain("Văn bản gửi đi: số 1/TB.");
    expect(page).toContain("Văn bản, chứng từ nhận lại: số BL1.");
    // The rest of Friday, the weekend, and so on until it is used up.
    expect(page).toContain("thứ sáu 27/11/2026 6 giờ làm việc");
    expect(page).toContain("thứ bảy 28/11/2026 Không tính: ngày nghỉ hằng tuần");
    expect(page).toContain("thứ năm 03/12/2026 1 ngày làm việc");
    expect((await explained(state)).agrees).toBe(true);
  });

  it("counts from the first day when the procedure was put right", async () => {
    at("2026-11-23T09:00");
    const { id } = await room.receive();
    at("2026-11-25T09:00");
    const changed = await changeProcedure(
      room.deps,
      room.actor(DESK),
      { caseId: id },
      {
        procedureCode: "9.000002",
        variantCode: undefined,
        reason: "nhầm",
      },
    );
    if (!changed.ok) throw new Error(changed.refusal);
    const page = await text(changed.value);
    expect(page).toContain("Đổi sang đúng thủ tục, vẫn tính từ lúc nộp đầu tiên, 09:00 ngày 23/11/2026");
    expect(page).toContain("Hẹn trả kết quả: 16:30 ngày 07/12/2026.");
  });

  it("says so where there is no date, and tells everything in English", async () => {
    at("2026-11-23T09:00");
    expect(await text(await room.receive({ procedureCode: "9.000003" }))).toContain(
      "Thủ tục không có thời hạn nên không hẹn ngày.",
    );
    const page = await text(await room.receive(), "en");
    expect(page).toContain("Tuesday 24/11/2026 Day 1");
    expect(page).toContain("it is the date that was promised");
  });

  it("says plainly when a stored date is not the one that the rules give", async () => {
    at("2026-11-23T09:00");
    const state = await room.receive();
    const actions = await listActions(room.deps.database.pool, state.id);
    const [first] = actions;
    if (first?.clock?.kind !== "started" || first.clock.dueAt === undefined) throw new Error("not started");
    const forged = { ...first, clock: { ...first.clock, dueAt: first.clock.dueAt + DAY_MS } };
    expect(explainDeadline([forged], () => room.deps.calendarOf(state.decidingUnitId)).agrees).toBe(false);
    await room.db.ownerPool.query("update cases.action set body = replace(body, $2, $3) where case_id = $1", [
      state.id,
      toIso(first.clock.dueAt),
      toIso(first.clock.dueAt + DAY_MS),
    ]);
    const page = await text(state);
    expect(page).toContain("Ngày đã hẹn khác với ngày tính lại");
    expect(page).toContain("Đã hẹn: 16:30 ngày 01/12/2026. Tính lại: 16:30 ngày 30/11/2026.");
    expect(page).not.toContain("khớp với ngày đã hẹn");
  });

  const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
    fc.record({
      unit: fc.constant("working-day" as const),
      amount: fc.integer({ min: 1, max: 240 }).map((quarters) => quarters / 4),
    }),
    fc.record({
      unit: fc.constant("hour" as const),
      amount: fc.integer({ min: 1, max: 80 }).map((h) => h / 2),
    }),
    fc.record({ unit: fc.constant("calendar-day" as const), amount: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ unit: fc.constant("month" as const), amount: fc.integer({ min: 1, max: 12 }) }),
    fc.constant({ unit: "in-day", amount: 1 } as const),
  );
  const moment = fc
    .integer({ min: instantOf("2025-07-01", 0) / 60_000, max: instantOf("2031-12-31", 0) / 60_000 })
    .map((minutes) => minutes * 60_000);

  it("recomputes the stored date of every receipt, whatever its limit and moment", async () => {
    let run = 0;
    const property = fc.asyncProperty(limit, moment, async (random, instant) => {
      const code = `8.${++run}`;
      room.procedures.set(code, testProcedure(1000 + run, code, "Thủ tục", random));
      room.clock.moveTo(instant);
      const state = await room.receive({ procedureCode: code });
      const explanation = await explained(state);
      expect(explanation.agrees).toBe(true);
      expect(explanation.dueAt).toBe(state.clock.dueAt);
      const [section] = explanation.sections;
      const last = section?.kind === "counted" ? section.lines.at(-1) : undefined;
      expect(last?.kind).toBe("due");
      expect(instantOf(last?.date ?? "", last?.minutes ?? 0)).toBe(state.clock.dueAt);
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it("is shown to an officer whose unit the case passes, and the reading is logged", async () => {
    at("2026-11-23T09:00");
    const state = await room.receive();
    const answer = await room.get(`/officer/cases/${state.id}/explain`, SPECIALIST);
    expect(answer.statusCode).toBe(200);
    expect(readingText(answer.body)).toContain("thứ ba 24/11/2026 Ngày thứ 1");
    const readings = await listReadings(room.deps.database.pool, state.id);
    expect(readings.map((reading) => reading.officer_id)).toEqual([room.actor(SPECIALIST).id]);
  });

  it("is refused to an officer of another unit, and the refusal leaves nothing but its audit entry", async () => {
    at("2026-11-23T09:00");
    const state = await room.receive();
    const answer = await room.get(`/officer/cases/${state.id}/explain`, "phu.hn.quynhon");
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain(state.code);
    expect(await listReadings(room.deps.database.pool, state.id)).toEqual([]);
    const audit = await room.db.ownerPool.query(
      "select command, outcome, actor_id from platform.audit where subject = $1",
      [state.id],
    );
    const officer = room.actor("phu.hn.quynhon").id;
    expect(audit.rows).toEqual([{ command: "case.explain", outcome: "not-your-unit", actor_id: officer }]);
    expect((await room.get(`/officer/cases/${state.id}/explain`)).statusCode).toBe(303);
    expect((await room.get("/officer/cases/nothing/explain", SPECIALIST)).statusCode).toBe(404);
  });
});
