import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIso } from "../../../kernel/time.ts";
import { apologise } from "../apologise/apologise.ts";
import { approveResult } from "../approve-result/approve-result.ts";
import { draftResult } from "../draft-result/draft-result.ts";
import { todayFigures } from "../index.ts";
import { issueResult } from "../issue-result/issue-result.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { type CitizenRoom, citizenRoom } from "../track-case/testing/citizen-room.ts";
import { readingText } from "../track-case/testing/reading-text.ts";
import { withdraw } from "../withdraw/withdraw.ts";
import { csv } from "./csv.ts";

const READER = "linh.ptk.vanphong";
const URL = "/officer/reports/on-time";
let room: CitizenRoom;

describe("the on-time report", () => {
  beforeAll(async () => {
    room = await citizenRoom();
    await finishAt("2026-11-23T10:00");
    await finishAt("2026-11-30T10:00");
    await finishAt("2026-12-02T10:00");
    at("2026-11-23T09:00");
    await room.receive({ decidingUnitId: room.unitId("H21.18") });
    const one = await room.receive();
    await room.does("thuy.kt.pleiku", withdraw, one.id, {
      reason: "thôi",
      proof: "confirmation-code",
      code: room.word(one),
    });
    at("2026-12-02T12:00");
  });
  afterAll(() => room?.close());

  const at = (iso: string) => room.clock.moveTo(parseIso(`${iso}+07:00`));

  /** A case received on Monday 23/11/2026, promised for 30/11. A late one is apologised for, which changes nothing. */
  async function finishAt(iso: string): Promise<void> {
    at("2026-11-23T09:00");
    const { id } = await room.receive();
    await room.does("thuy.kt.pleiku", passOn, id, {});
    await room.does("nam.nh.pleiku", draftResult, id, { kind: "granted", title: "Giấy", content: "…" });
    await room.does("nam.nh.pleiku", passOn, id, {});
    at(iso);
    if (iso > "2026-12")
      await room.does("trung.vt.pleiku", apologise, id, { reason: "ốm", newDate: "07/12/2026" });
    await room.does("trung.vt.pleiku", approveResult, id, {});
    await room.does("ngoc.ltb.pleiku", issueResult, id, {});
  }

  async function table(query: string): Promise<string[][]> {
    const { body } = await room.get(`${URL}.csv?${query}`, READER);
    return parse(body, { bom: true });
  }

  it("counts early, on time and late by the first promise, for the unit that decides", async () => {
    const [head, ...rows] = await table("from=01/11/2026&to=31/12/2026");
    expect(head).toEqual([
      "Mã cơ quan",
      "Cơ quan giải quyết",
      "Tiếp nhận",
      "Xong",
      "Trước hạn",
      "Đúng hạn",
      "Trễ hạn",
      "Đang quá hạn",
      "Tỷ lệ đúng hạn",
    ]);
    expect(rows).toEqual([
      ["H21.106", "Ủy ban nhân dân phường Pleiku", "4", "3", "1", "1", "1", "0", "0.6667"],
      ["H21.18", "Sở Xây dựng tỉnh Gia Lai", "1", "0", "0", "0", "0", "1", ""],
    ]);
  });

  it("takes this month unless told otherwise", async () => {
    const page = readingText((await room.get(URL, READER)).body);
    expect(page).toContain("Từ 01/12/2026 đến 31/12/2026");
    expect((await table(""))[1]).toEqual([
      "H21.106",
      "Ủy ban nhân dân phường Pleiku",
      "0",
      "1",
      "0",
      "0",
      "1",
      "0",
      "0",
    ]);
  });

  it("shows rates with their sums and how they are made", async () => {
    const page = readingText((await room.get(`${URL}?from=01/11/2026&to=31/12/2026`, READER)).body);
    expect(page).toContain("66,6 %");
    expect(page).toContain("trên 3 hồ sơ xong có hẹn ngày");
    expect(page).toContain("Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / (trước hạn + đúng hạn + trễ hạn)");
    const english = readingText((await room.get(`${URL}?from=01/11/2026&lang=en`, READER)).body);
    expect(english).toContain("66.6 %");
    expect(english).toContain("People's Committee of Pleiku Ward");
  });

  it("filters by level and sorts, units without a rate last", async () => {
    const november = "from=01/11/2026&to=31/12/2026";
    const codes = async (query: string) =>
      (await table(`${november}&${query}`)).slice(1).map(([code]) => code);
    expect(await codes("level=province")).toEqual(["H21.18"]);
    expect(await codes("level=commune")).toEqual(["H21.106"]);
    expect(await codes("sort=received&order=ascending")).toEqual(["H21.18", "H21.106"]);
    expect(await codes("sort=received&order=descending")).toEqual(["H21.106", "H21.18"]);
    expect(await codes("sort=rate&order=ascending")).toEqual(["H21.106", "H21.18"]);
    expect(await codes("sort=rate&order=descending")).toEqual(["H21.106", "H21.18"]);
    expect(await codes("sort=lateOpen&order=descending")).toEqual(["H21.18", "H21.106"]);
  });

  it("gives wrong dates back with what to do", async () => {
    const wrong = await room.get(`${URL}?from=31/02/2026&to=x`, READER);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="31/02/2026"');
    expect(readingText(wrong.body)).toContain("Ngày phải viết ngày/tháng/năm");
    const turned = await room.get(`${URL}?from=02/12/2026&to=01/12/2026`, READER);
    expect(readingText(turned.body)).toContain("Ngày kết thúc phải từ ngày bắt đầu trở đi.");
  });

  it("is for posts that read reports", async () => {
    expect((await room.get(URL, "thuy.kt.pleiku")).statusCode).toBe(403);
    expect((await room.get(`${URL}.csv`, "thuy.kt.pleiku")).statusCode).toBe(403);
    expect((await room.get(URL)).statusCode).toBe(303);
  });

  it("gives the home page today's figures", async () => {
    const figures = await todayFigures(room.deps.database.pool, parseIso("2026-11-23T23:00+07:00"));
    expect(figures).toEqual({ received: 5, finished: 1, onTimeRate: 1 });
    const later = await todayFigures(room.deps.database.pool, parseIso("2026-12-02T23:00+07:00"));
    expect(later).toEqual({ received: 0, finished: 1, onTimeRate: 0 });
  });

  it("writes CSV that spreadsheets read and do not run", () => {
    const text = csv([["=1+1", 'a "b", c', -3]]);
    expect(text).toBe('\uFEFF\'=1+1,"a ""b"", c",-3\r\n');
    expect(parse(text, { bom: true })).toEqual([["'=1+1", 'a "b", c', "-3"]]);
  });
});
