import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, instantOf } from "../../../kernel/time.ts";
import { flowingText, popplerInstalled } from "../../../platform/pdf/poppler.ts";
import { officerFacts } from "../../organisation/index.ts";
import { newFormId } from "../receive-case/new-form-id.ts";
import { receiveCase } from "../receive-case/receive-case.ts";
import { ReceiveCase } from "../receive-case/receive-input.ts";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  DESK_QUY_NHON,
} from "../receive-case/testing/counter-room.ts";
import { faultyFields, fieldValue, textOf } from "../receive-case/testing/page-reading.ts";
import { BIRTH, MARRIAGE, PERMIT } from "../receive-case/testing/test-procedures.ts";
import { chosenProcedure, procedureChoices } from "./procedure-choices.ts";

let room: CounterRoom;
beforeAll(async () => {
  room = await counterRoom();
});
afterAll(() => room.close());

async function birthCase(): Promise<string> {
  const found = await room.db.ownerPool.query("select officer_id from accounts.account where username = $1", [
    DESK_PLEIKU,
  ]);
  const id = found.rows[0].officer_id;
  const facts = officerFacts(room.directory, id);
  if (facts === undefined) throw new Error("no desk officer");
  const actor = { kind: "officer", id, name: facts.name, posts: facts.posts } as const;
  const input = ReceiveCase.parse({
    caseId: newFormId(room.clock.read()),
    procedureCode: BIRTH.code,
    receivingUnitId: room.directory.unitByCode("H21.106.01")?.id,
    decidingUnitId: room.directory.unitByCode("H21.106")?.id,
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    papers: [{ name: "Tờ khai", form: "original" }],
  });
  const received = await receiveCase(room.deps, actor, input);
  if (!received.ok) throw new Error(received.refusal);
  return received.value.id;
}

describe("a case under the wrong procedure", () => {
  it("is put under the right one with a new receipt, its time counted from the day the person came", async () => {
    const id = await birthCase();
    const url = `/officer/cases/${id}/change-procedure`;
    const page = await room.get(DESK_PLEIKU, `${url}?q=thu+dang+ky+ket+hon`);
    expect(page.body).toContain(`value="${MARRIAGE.code}"`);
    const version = fieldValue(page.body, "version") ?? "";
    room.clock.moveTo(room.clock.read() + DAY_MS);
    const answer = await room.post(DESK_PLEIKU, url, {
      version,
      procedure: MARRIAGE.code,
      reason: "Nhầm khi chọn",
    });
    expect(answer.headers.location).toBe(`/officer/cases/${id}/received`);
    const done = textOf((await room.get(DESK_PLEIKU, `/officer/cases/${id}/received`)).body);
    expect(done).toContain("Đã chuyển đúng thủ tục");
    // Five working days from Monday 23/11/2026.
    const saved = await room.db.ownerPool.query(
      "select due_at, procedure_code from cases.case_file where id = $1",
      [id],
    );
    expect(saved.rows[0]).toEqual({
      due_at: instantOf("2026-11-30", 16 * 60 + 30),
      procedure_code: MARRIAGE.code,
    });
    const receipt = await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/2.pdf`);
    expect(receipt.headers["content-disposition"]).toContain("-mau-01.pdf");
    if (popplerInstalled) {
      const text = flowingText(receipt.rawPayload);
      expect(text).toContain(MARRIAGE.name);
      expect(text).toContain("Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 23 tháng 11 năm 2026");
    }
  });

  it("asks for procedure and reason, keeps what was typed, and refuses the same procedure", async () => {
    const id = await birthCase();
    const url = `/officer/cases/${id}/change-procedure`;
    const empty = await room.post(DESK_PLEIKU, url, { q: "thu dang ky ket hon", reason: "" });
    expect(empty.statusCode).toBe(422);
    expect(faultyFields(empty.body)).toEqual(["procedure", "reason"]);
    expect(empty.body).toContain('name="q" value="thu dang ky ket hon"');
    const same = await room.post(DESK_PLEIKU, url, {
      q: "thu dang ky",
      procedure: BIRTH.code,
      reason: "Thử",
    });
    expect(textOf(same.body)).toContain("Hồ sơ đã ở đúng thủ tục");
  });

  it("is not touched by a desk that has nothing to do with it", async () => {
    const url = `/officer/cases/${await birthCase()}/change-procedure`;
    expect((await room.get(DESK_QUY_NHON, url)).statusCode).toBe(403);
    const answer = await room.post(DESK_QUY_NHON, url, { procedure: MARRIAGE.code, reason: "x" });
    expect(answer.statusCode).toBe(403);
  });

  it("is refused when somebody worked on it meanwhile", async () => {
    const id = await birthCase();
    const answer = await room.post(DESK_PLEIKU, `/officer/cases/${id}/change-procedure`, {
      q: "thu dang ky ket hon",
      version: "7",
      procedure: MARRIAGE.code,
      reason: "Nhầm",
    });
    expect(answer.statusCode).toBe(422);
    expect(textOf(answer.body)).toContain("Người khác vừa thao tác");
  });
});

it("offers a procedure with cases of its own case by case", async () => {
  const choices = await procedureChoices(room.deps, "thu cap giay phep xay dung", "direct", "vi");
  const own = choices.filter((choice) => choice.value.startsWith(PERMIT.code));
  expect(own.map((choice) => chosenProcedure(choice.value).variantCode)).toEqual([
    "9.900003.01",
    "9.900003.02",
  ]);
});
