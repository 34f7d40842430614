import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  DESK_PROVINCE,
  DESK_QUY_NHON,
  SPECIALIST_PLEIKU,
} from "../receive-case/testing/counter-room.ts";
import { deskCase } from "../receive-case/testing/desk-case.ts";
import { identifierOf } from "./search-cases.query.ts";

let room: CounterRoom;
let id: string;
let code: string;
beforeAll(async () => {
  room = await counterRoom();
  const one = await deskCase(room, { applicantName: "Rơ Châm H'Đoan", applicantNumber: "064 195 001 234" });
  ({ id, code } = one);
  await deskCase(room, { applicantPhone: "0914 000 111", applicantName: "Nguyễn Đức Thắng" });
  await deskCase(room, { applicantPhone: "0914 000 111", applicantName: "Nguyễn Đức Thành" });
});
afterAll(() => room.close());

const search = (q: string, who = DESK_PLEIKU) => room.get(who, `/officer/search?q=${encodeURIComponent(q)}`);

it("opens the only case of a code or citizen number at once, however it is typed", async () => {
  for (const q of [code, code.toLowerCase(), ` ${code} `, "064195001234", "064 195 001 234"]) {
    expect((await search(q)).headers.location, q).toBe(`/officer/cases/${id}`);
  }
});

it("lists several cases of one telephone", async () => {
  const page = await search("0914 000 111");
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("Nguyễn Đức Thắng");
  expect(page.body).toContain("Nguyễn Đức Thành");
});

it("finds names without marks and does not open a case on a name alone", async () => {
  const page = await search("h'doan");
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`href="/officer/cases/${id}"`);
});

it("looks for a name of one or two letters as a whole word", async () => {
  const page = await search("đ");
  expect(page.body).not.toContain("Nguyễn Đức Thắng");
  await deskCase(room, { applicantName: "Lê Thị Hà" });
  await deskCase(room, { applicantName: "Hà Văn Khoa" });
  await deskCase(room, { applicantName: "Trần Hoàng Hải" });
  const found = (await search("hà")).body;
  expect(found).toContain("Lê Thị Hà");
  expect(found).toContain("Hà Văn Khoa");
  expect(found).not.toContain("Trần Hoàng Hải");
});

it("finds only cases that pass through the officer's units", async () => {
  for (const q of [code, "ro cham"]) {
    expect((await search(q, DESK_QUY_NHON)).body).not.toContain(id);
    expect((await search(q, DESK_PROVINCE)).body).not.toContain(id);
  }
  expect((await search("ro cham", SPECIALIST_PLEIKU)).body).toContain(id);
});

it("teaches when nothing is found", async () => {
  expect((await search("không có ai tên thế")).body).toContain("Không thấy hồ sơ nào");
});

it("knows identifiers from names", () => {
  expect(["H21.106-261123-0001", "064195001234", "0905.123.456", "+84905123456"].map(identifierOf)).toEqual([
    "H21.106-261123-0001",
    "064195001234",
    "0905123456",
    "+84905123456",
  ]);
  expect(["Nguyễn", "12", "H21"].map(identifierOf)).toEqual([undefined, undefined, undefined]);
});
