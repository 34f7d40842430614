import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "../../../kernel/time.ts";
import { flowingText, popplerInstalled } from "../../../platform/pdf/poppler.ts";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  DESK_QUY_NHON,
  SPECIALIST_PLEIKU,
} from "../receive-case/testing/counter-room.ts";
import { deskCase } from "../receive-case/testing/desk-case.ts";
import { faultyFields } from "../receive-case/testing/page-reading.ts";
import { MARRIAGE } from "../receive-case/testing/test-procedures.ts";
import { registerCsv } from "./register-csv.ts";

const COUNT = 53;
let room: CounterRoom;
beforeAll(async () => {
  room = await counterRoom();
  for (let n = 1; n <= COUNT; n++) {
    await deskCase(room, {
      applicantName: `Người nộp số ${n}`,
      ...(n === 7 ? { procedureCode: MARRIAGE.code } : {}),
    });
    room.clock.moveTo(room.clock.read() + 60_000);
  }
});
afterAll(() => room.close());

const codes = (html: string) => [
  ...new Set([...html.matchAll(/H21\.106-261123-\d{4}/g)].map((match) => match[0])),
];
const nextHref = (html: string) =>
  /href="(\/officer\/register\?(?![^"]*lang=)[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");

describe("the register", () => {
  it("runs over two pages, every case once and in order of receipt", async () => {
    const first = await room.get(DESK_PLEIKU, "/officer/register");
    const next = nextHref(first.body) ?? "";
    const second = await room.get(DESK_PLEIKU, next);
    const all = [...codes(first.body), ...codes(second.body)];
    expect([codes(first.body).length, all.length, new Set(all).size]).toEqual([50, COUNT, COUNT]);
    expect(all).toEqual([...all].sort());
    expect(nextHref(second.body)).toBeUndefined();
  });

  it("shows the cases of the own desk alone, and is closed to specialists", async () => {
    expect(codes((await room.get(DESK_QUY_NHON, "/officer/register")).body)).toEqual([]);
    const pleiku = room.directory.unitByCode("H21.106.01")?.id;
    for (const path of ["register", "register.pdf", "register.csv"]) {
      expect((await room.get(DESK_QUY_NHON, `/officer/${path}?unit=${pleiku}`)).statusCode).toBe(403);
      expect((await room.get(SPECIALIST_PLEIKU, `/officer/${path}`)).statusCode).toBe(403);
    }
  });

  it("filters by day and says what is wrong with a date, keeping it", async () => {
    const today = await room.get(DESK_PLEIKU, "/officer/register?from=23/11/2026&to=23/11/2026");
    expect(codes(today.body)).toHaveLength(50);
    const before = await room.get(DESK_PLEIKU, "/officer/register?from=2026-11-01&to=2026-11-22");
    expect(codes(before.body)).toEqual([]);
    const wrong = await room.get(DESK_PLEIKU, "/officer/register?from=31/02/2026");
    expect(wrong.statusCode).toBe(422);
    expect(faultyFields(wrong.body)).toEqual(["from"]);
    expect(wrong.body).toContain('value="31/02/2026"');
    const turned = await room.get(DESK_PLEIKU, "/officer/register?from=23/11/2026&to=22/11/2026");
    expect(faultyFields(turned.body)).toEqual(["to"]);
  });

  it("prints Mẫu 07 with every case, and notes in the audit who took it along", async () => {
    const pdf = await room.get(DESK_PLEIKU, "/officer/register.pdf?from=2026-11-23&to=2026-11-23");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    const noted = await room.db.ownerPool.query(
      "select subject, detail from platform.audit where command = 'case.register' and outcome = 'done'",
    );
    expect(noted.rows).toContainEqual({ subject: "H21.106.01", detail: { kind: "pdf", lines: COUNT } });
    if (!popplerInstalled) return;
    const text = flowingText(pdf.rawPayload);
    expect(text).toContain("SỔ THEO DÕI HỒ SƠ");
    expect(text).toContain("Từ ngày 23/11/2026 đến ngày 23/11/2026");
    expect(text.match(/UBND|Ủy ban nhân dân/g)?.length).toBeGreaterThan(COUNT - 1);
  });

  it("downloads as CSV that spreadsheets read", async () => {
    const csv = await room.get(DESK_PLEIKU, "/officer/register.csv?from=2026-11-23&to=2026-11-23");
    expect(csv.headers["content-disposition"]).toContain("attachment");
    const rows = csv.body.trimEnd().split("\r\n");
    expect(rows).toHaveLength(COUNT + 1);
    expect(rows[0]?.startsWith("\uFEFFSTT,Mã hồ sơ")).toBe(true);
  });

  it("starts anew the day after", async () => {
    room.clock.moveTo(room.clock.read() + DAY_MS);
    const { code } = await deskCase(room);
    expect(code).toBe("H21.106-261124-0001");
  });
});

it("keeps formulas texts and quotes what has commas", () => {
  const line = {
    id: "x",
    code: "H21.106-261123-0001",
    status: 2,
    procedureName: "=cmd|' /C calc'!A0",
    field: "Đất đai, nhà ở",
    applicantName: 'Công ty "An"',
    applicantPhone: "+84905123456",
    applicantAddress: null,
    decidingUnitId: 1,
    receivedAt: 0,
    firstDueAt: null,
    dueAt: null,
    finishedAt: null,
    returnedAt: null,
    returnMethod: "counter",
    takenBy: null,
  };
  const names = { unitName: () => "UBND", methodName: () => "Tại quầy" };
  const [, row] = registerCsv([line], names).split("\r\n");
  expect(row).toBe(
    `1,H21.106-261123-0001,'=cmd|' /C calc'!A0,"Đất đai, nhà ở","Công ty ""An""",,'+84905123456,UBND,07:00 ngày 01/01/1970,,,Tại quầy,`,
  );
});
