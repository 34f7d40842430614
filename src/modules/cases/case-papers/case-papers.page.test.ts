import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, instantOf } from "../../../kernel/time.ts";
import { flowingText, popplerInstalled } from "../../../platform/pdf/poppler.ts";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  LEADER_PLEIKU,
  SPECIALIST_PLEIKU,
} from "../receive-case/testing/counter-room.ts";
import { deskCase, doWith } from "../receive-case/testing/desk-case.ts";
import { trackingWord } from "../tracking-word.ts";

let room: CounterRoom;
beforeAll(async () => {
  room = await counterRoom();
});
afterAll(() => room.close());

async function paper(caseId: string, seq: number) {
  const answer = await room.get(DESK_PLEIKU, `/officer/cases/${caseId}/papers/${seq}.pdf`);
  const form = /-(mau-\d\d)\.pdf"/.exec(String(answer.headers["content-disposition"]))?.[1];
  return { status: answer.statusCode, form, bytes: answer.rawPayload };
}

const textOf = (bytes: Buffer): string => (popplerInstalled ? flowingText(bytes) : "");

describe("papers of a case", () => {
  it("prints the same paper days later, byte by byte, and logs each reading", async () => {
    const { id } = await deskCase(room);
    const first = await paper(id, 1);
    room.clock.moveTo(room.clock.read() + 3 * DAY_MS);
    await doWith(room, DESK_PLEIKU, "pass-on", id);
    const later = await paper(id, 1);
    expect(Buffer.compare(first.bytes, later.bytes)).toBe(0);
    const readings = await room.db.ownerPool.query(
      "select purpose from cases.reading where case_id = $1 and purpose = 'paper'",
      [id],
    );
    expect(readings.rowCount).toBe(2);
  });

  it("prints the secret word of the case and what the state already has", async () => {
    if (!popplerInstalled) return;
    const { id, code } = await deskCase(room);
    const text = textOf((await paper(id, 1)).bytes);
    const word = trackingWord(room.deps.trackingKey, id).printed;
    expect(text.replace(/[\s-]/g, "")).toContain(word.replace("-", ""));
    expect(text).toContain(code);
    expect(text).toContain("Căn cước của mẹ (cơ quan nhà nước đã có)");
    expect(text).toContain("Trung tâm Phục vụ hành chính công phường Pleiku");
    expect(text).toContain("3 ngày làm việc");
  });

  it("prints each paper of a supplement: request, new receipt with new dates and added papers", async () => {
    const { id } = await deskCase(room);
    await doWith(room, DESK_PLEIKU, "pass-on", id);
    await doWith(room, SPECIALIST_PLEIKU, "propose-supplement", id, {
      items: "Giấy chứng sinh",
      reason: "Chưa có bản chính",
    });
    const asked = await doWith(room, DESK_PLEIKU, "request-supplement", id, {
      items: "Giấy chứng sinh",
      reason: "Chưa có bản chính",
    });
    const request = await paper(id, asked.version);
    expect(request.form).toBe("mau-02");
    room.clock.moveTo(room.clock.read() + 2 * DAY_MS);
    const completed = await doWith(room, DESK_PLEIKU, "complete-supplement", id, {
      papers: "Giấy chứng sinh",
    });
    const receipt = await paper(id, completed.version);
    expect(receipt.form).toBe("mau-01");
    if (!popplerInstalled) return;
    expect(textOf(request.bytes)).toContain("Lý do: Chưa có bản chính");
    expect(textOf(receipt.bytes)).toContain("3. Giấy chứng sinh (01 bản chính)");
    expect(textOf((await paper(id, 1)).bytes)).not.toContain("Giấy chứng sinh");
  });

  it("apologises with the old and the new date, and stops with what goes back", async () => {
    const { id } = await deskCase(room);
    await doWith(room, DESK_PLEIKU, "pass-on", id);
    const sorry = await doWith(room, LEADER_PLEIKU, "apologise", id, {
      reason: "Mất điện toàn phường",
      newDate: "2026-12-31",
    });
    const apology = await paper(id, sorry.version);
    const stopped = await doWith(room, LEADER_PLEIKU, "stop", id, {
      reason: "Trùng hồ sơ",
      basis: "Điều 21",
    });
    const notice = await paper(id, stopped.version);
    expect([apology.form, notice.form]).toEqual(["mau-04", "mau-05"]);
    if (!popplerInstalled) return;
    const text = textOf(apology.bytes);
    expect(text).toContain("Mất điện toàn phường");
    expect(text).toContain("ngày 31 tháng 12 năm 2026");
    expect(text).toContain("Võ Thành Trung");
    const stop = textOf(notice.bytes);
    expect(stop).toContain("Tờ khai đăng ký khai sinh (01 bản)");
    expect(stop).toContain("Căn cứ Điều 21; theo quyết định của");
    expect(stop).not.toContain("theo đề nghị");
  });

  it("has nothing for actions without a paper, numbers that are none, and cases that do not exist", async () => {
    const { id } = await deskCase(room);
    await doWith(room, DESK_PLEIKU, "pass-on", id);
    for (const seq of ["2", "3", "0", "-1", "x"]) {
      const answer = await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/${seq}.pdf`);
      expect(answer.statusCode).toBe(404);
    }
    const nowhere = "/officer/cases/01900000-0000-7000-8000-000000000000/control-sheet.pdf";
    expect((await room.get(DESK_PLEIKU, nowhere)).statusCode).toBe(404);
  });
});

describe("the control sheet", () => {
  it("shows every hand-over with units, officers, times and the verdict by the budget of each step", async () => {
    room.clock.moveTo(instantOf("2026-12-07", 9 * 60));
    const { id } = await deskCase(room);
    await doWith(room, DESK_PLEIKU, "pass-on", id);
    // The specialist has four working hours and takes two days.
    room.clock.moveTo(room.clock.read() + 2 * DAY_MS);
    await doWith(room, SPECIALIST_PLEIKU, "draft-result", id, {
      kind: "granted",
      title: "Giấy khai sinh",
      content: "Đủ điều kiện.",
    });
    await doWith(room, SPECIALIST_PLEIKU, "pass-on", id);
    const answer = await room.get(DESK_PLEIKU, `/officer/cases/${id}/control-sheet.pdf`);
    expect(answer.headers["content-disposition"]).toContain("-mau-06.pdf");
    if (!popplerInstalled) return;
    const text = flowingText(answer.rawPayload);
    expect(text).toContain("1. Giao: Tổ chức, cá nhân");
    for (const part of ["Đúng hạn", "Quá hạn", "Thẩm định", "Nguyễn Hoài", "Ksor Thị"])
      expect(text).toContain(part);
    expect(text.match(/1\. Giao:/g)).toHaveLength(3);
  });
});
