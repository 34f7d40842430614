import { afterAll, beforeAll, expect, it } from "vitest";
import { newFormId } from "../receive-case/new-form-id.ts";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  DESK_QUY_NHON,
  type Fields,
  LEADER_PLEIKU,
} from "../receive-case/testing/counter-room.ts";
import { faultyFields, fieldValue, textOf } from "../receive-case/testing/page-reading.ts";
import { BIRTH, COPY } from "../receive-case/testing/test-procedures.ts";

const FORM = `/officer/receive/${COPY.code}/at-once`;

let room: CounterRoom;
beforeAll(async () => {
  room = await counterRoom();
});
afterAll(() => room.close());

function typedIn(more: Fields = {}): Fields {
  return {
    caseId: newFormId(room.clock.read()),
    receivingUnitId: String(room.directory.unitByCode("H21.106.01")?.id),
    decidingUnit: "Ủy ban nhân dân phường Pleiku",
    applicantName: "Trần Văn Tám",
    applicantNumber: "052080001234",
    "paper.p1": "yes",
    copies: "3",
    feeAmount: "6.000",
    feePaid: "yes",
    resultTitle: "Bản sao chứng thực",
    do: "receive",
    ...more,
  };
}

async function idOf(username: string): Promise<string> {
  const found = await room.db.ownerPool.query("select officer_id from accounts.account where username = $1", [
    username,
  ]);
  return String(found.rows[0].officer_id);
}

it("receives, signs and hands over on one screen, through every lawful state; the receipt is there on request", async () => {
  const answer = await room.post(DESK_PLEIKU, FORM, typedIn({ signedBy: await idOf(LEADER_PLEIKU) }));
  expect(answer.statusCode).toBe(303);
  const id = /cases\/([0-9a-f-]{36})\//.exec(String(answer.headers.location))?.[1];
  const actions = await room.db.ownerPool.query(
    "select type from cases.action where case_id = $1 order by seq",
    [id],
  );
  expect(actions.rows.map((row) => row.type)).toEqual([
    "received",
    "passed-on",
    "result-issued",
    "handed-over",
  ]);
  const done = textOf((await room.get(DESK_PLEIKU, String(answer.headers.location))).body);
  expect(done).toContain("Đã trả kết quả");
  expect(done).toContain("In giấy tiếp nhận nếu người dân cần");
  expect(done).toMatch(/Số kết quả 1\/KQ-H21\.106/);
  const receipt = await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/1.pdf`);
  expect(receipt.headers["content-disposition"]).toContain("-mau-01.pdf");
});

it("offers the leaders of the deciding unit as signers and stands ready with fee and result", async () => {
  const blank = await room.get(DESK_PLEIKU, FORM);
  const page = await room.get(DESK_PLEIKU, String(blank.headers.location));
  expect(fieldValue(page.body, "resultTitle")).toBe("Bản sao chứng thực");
  expect(fieldValue(page.body, "feeAmount")).toBe("2.000");
  expect(textOf(page.body)).toContain("Võ Thành Trung, Phó Chủ tịch UBND phường Pleiku");
});

it("is where such a procedure begins; an appointment is one tab away", async () => {
  const begun = await room.get(DESK_PLEIKU, `/officer/receive/${COPY.code}`);
  expect(begun.headers.location).toMatch(/at-once\?form=/);
  const page = await room.get(DESK_PLEIKU, String(begun.headers.location));
  const tab = /href="([^"]*9\.900004\?form=[^"]*)"/.exec(page.body)?.[1] ?? "";
  const later = await room.get(DESK_PLEIKU, tab);
  expect(textOf(later.body)).toContain("Nếu tiếp nhận bây giờ: hẹn trả 16:30 ngày 23/11/2026");
});

it("keeps everything when the signer is missing or leads another unit", async () => {
  const missing = await room.post(DESK_PLEIKU, FORM, typedIn());
  expect(missing.statusCode).toBe(422);
  expect(faultyFields(missing.body)).toEqual(["signedBy"]);
  expect(fieldValue(missing.body, "copies")).toBe("3");
  const stranger = await room.post(DESK_PLEIKU, FORM, typedIn({ signedBy: await idOf(DESK_QUY_NHON) }));
  expect(faultyFields(stranger.body)).toEqual(["signedBy"]);
});

it("does not answer at once what must be decided", async () => {
  const signedBy = await idOf(LEADER_PLEIKU);
  const answer = await room.post(
    DESK_PLEIKU,
    `/officer/receive/${BIRTH.code}/at-once`,
    typedIn({ signedBy, "paper.p2": "yes" }),
  );
  expect(answer.statusCode).toBe(422);
  expect(textOf(answer.body)).toContain("Thủ tục này không trả kết quả ngay");
});
