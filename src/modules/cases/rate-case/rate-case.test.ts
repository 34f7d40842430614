import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveResult } from "../approve-result/approve-result.ts";
import { listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { draftResult } from "../draft-result/draft-result.ts";
import { handOver } from "../hand-over/hand-over.ts";
import { issueResult } from "../issue-result/issue-result.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { type CitizenRoom, citizenRoom } from "../track-case/testing/citizen-room.ts";
import { readingText } from "../track-case/testing/reading-text.ts";
import { withdraw } from "../withdraw/withdraw.ts";

const DESK = "thuy.kt.pleiku";
let room: CitizenRoom;

describe("rating a case", () => {
  beforeAll(async () => {
    room = await citizenRoom();
  });
  afterAll(() => room?.close());

  async function returned(): Promise<CaseState> {
    const { id } = await room.receive();
    await room.does(DESK, passOn, id, {});
    await room.does("nam.nh.pleiku", draftResult, id, { kind: "granted", title: "Giấy", content: "…" });
    await room.does("nam.nh.pleiku", passOn, id, {});
    await room.does("trung.vt.pleiku", approveResult, id, {});
    await room.does("ngoc.ltb.pleiku", issueResult, id, {});
    const collector = { method: "counter", check: "receipt", collectorName: "Nguyễn Thị Lụa" };
    return room.does(DESK, handOver, id, collector);
  }

  const ratings = async (state: CaseState) =>
    (await listActions(room.deps.database.pool, state.id)).filter((action) => action.data.type === "rated");

  it("takes the official questionnaire once and thanks", async () => {
    const state = await returned();
    const url = room.qr(state, "/rate");
    const form = await room.get(url);
    expect(form.statusCode).toBe(200);
    expect(readingText(form.body)).toContain("Phải quay lại mấy lần để hoàn thiện hồ sơ?");
    expect(form.headers["x-robots-tag"]).toContain("noindex");
    const sent = await room.post(url, {
      overall: "neutral",
      "answers.time": "2",
      "answers.guidance": "0",
      comment: "Phải đi hai lần",
    });
    expect(sent.statusCode).toBe(303);
    const thanks = await room.get(String(sent.headers.location));
    expect(readingText(thanks.body)).toContain("Cảm ơn bà/ông đã đánh giá");
    const [action] = await ratings(state);
    expect(action?.data).toEqual({
      type: "rated",
      rating: { overall: "neutral", answers: { time: 2, guidance: 0 }, comment: "Phải đi hai lần" },
    });
    expect(action?.by).toEqual({ kind: "public" });
  });

  it("says a clear word to a second rating and keeps the first", async () => {
    const state = await returned();
    const url = room.qr(state, "/rate");
    await room.post(url, { overall: "satisfied" });
    const again = await room.post(url, { overall: "unsatisfied" });
    expect(again.statusCode).toBe(409);
    expect(readingText(again.body)).toContain("Hồ sơ này đã được đánh giá");
    expect(readingText((await room.get(url)).body)).toContain("Hồ sơ này đã được đánh giá");
    expect(await ratings(state)).toHaveLength(1);
    expect(readingText((await room.get(room.qr(state))).body)).toContain("Đã đánh giá: hài lòng. Cảm ơn.");
  });

  it("explains before the return when it can be rated, and takes nothing", async () => {
    const state = await room.receive();
    const url = room.qr(state, "/rate");
    expect(readingText((await room.get(url)).body)).toContain("Đánh giá được khi đã nhận kết quả");
    const sent = await room.post(url, { overall: "satisfied" });
    expect(sent.statusCode).toBe(409);
    expect(readingText(sent.body)).toContain("Chưa đến lúc đánh giá");
    expect(await ratings(state)).toHaveLength(0);
  });

  it("does not ask for patience where a case will never be returned", async () => {
    const state = await room.receive();
    const proof = { reason: "thôi", proof: "confirmation-code", code: room.word(state) };
    const ended = await room.does(DESK, withdraw, state.id, proof);
    const text = readingText((await room.get(room.qr(ended, "/rate"))).body);
    expect(text).toContain("Hồ sơ này không có phần đánh giá");
  });

  it("gives the form back with everything typed when the one needed answer is missing", async () => {
    const state = await returned();
    const sent = await room.post(room.qr(state, "/rate"), { "answers.attitude": "1", comment: "Viết dở" });
    expect(sent.statusCode).toBe(422);
    expect(readingText(sent.body)).toContain("Hãy chọn một mức hài lòng.");
    expect(sent.body).toContain("Viết dở");
    expect(sent.body).toMatch(/name="answers\.attitude" value="1" checked/);
    expect(await ratings(state)).toHaveLength(0);
  });

  it("refuses marks that the questionnaire does not have, and a wrong word", async () => {
    const state = await returned();
    expect(
      (await room.post(room.qr(state, "/rate"), { overall: "satisfied", "answers.time": "3" })).statusCode,
    ).toBe(422);
    expect(
      (await room.post(`/track/${state.code}/rate?w=AAAAAAAAAA`, { overall: "satisfied" })).statusCode,
    ).toBe(404);
    expect(await ratings(state)).toHaveLength(0);
  });

  it("asks in English too", async () => {
    const { body } = await room.get(`${room.qr(await returned(), "/rate")}&lang=en`);
    expect(readingText(body)).toContain("All in all, are you satisfied?");
  });
});
