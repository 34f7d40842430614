import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";

let app: TestApp;
let officer: SignedIn;
const open = async (url: string) => (await app.inject({ url, cookies: { ...officer.cookies } })).body;

beforeAll(async () => {
  app = await testApp();
  officer = await app.signedIn("an.nv.motcua");
});
afterAll(() => app.close());

describe("the list of units", () => {
  it("is for officers alone", async () => {
    const answer = await app.inject({ url: "/officer/organisation" });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/sign-in?next=%2Fofficer%2Forganisation");
  });

  it("names every unit of the province", async () => {
    const page = await open("/officer/organisation");
    for (const unit of app.directory.units()) expect(page).toContain(unit.name);
    expect(page).toMatch(/aria-current="page"[^>]*>.*?Cơ quan, cán bộ/s);
  });

  it("finds a unit without marks, in another order, and by who works there", async () => {
    const page = await open("/officer/organisation?q=dung+xay");
    expect(page).toContain("Sở Xây dựng tỉnh Gia Lai");
    expect(page).not.toContain("Sở Y tế tỉnh Gia Lai");
    expect(await open("/officer/organisation?q=dang+huu+phuoc")).toContain("Sở Xây dựng tỉnh Gia Lai");
  });

  it("teaches what to try when nothing is found", async () => {
    const page = await open("/officer/organisation?q=zzz");
    expect(page).toContain("Không có cơ quan hay cán bộ nào như vậy");
    expect(await open("/officer/organisation?q=zzz&lang=en")).toContain("There is no such unit or officer");
  });

  it("shows who works in a unit and where it receives", async () => {
    const page = await open("/officer/organisation/H21.18");
    expect(page).toContain("Phó Giám đốc Sở Xây dựng");
    expect(page).toContain("Trung tâm Phục vụ hành chính công tỉnh Gia Lai");
    expect(page.indexOf("Phó Giám đốc Sở Xây dựng")).toBeLessThan(page.indexOf("Văn thư Sở Xây dựng"));
    const unknown = await app.inject({ url: "/officer/organisation/H99", cookies: { ...officer.cookies } });
    expect(unknown.statusCode).toBe(404);
  });
});
