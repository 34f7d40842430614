import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { runJob } from "../../../platform/jobs.ts";
import { createLog } from "../../../platform/log.ts";

let app: TestApp;
let controller: SignedIn;
let desk: SignedIn;

const open = (url: string, who: SignedIn = controller) => app.inject({ url, cookies: { ...who.cookies } });
const DAYS = {
  rest: "24/11/2026",
  name: "Ngày Văn hóa <Việt Nam>",
  decision: "12/QĐ-UBND",
  reason: "Theo nghị quyết",
};
const preview = (fields: Record<string, string>) =>
  open(`/officer/calendar/preview?${new URLSearchParams(fields)}`);
const rows = async (table: string) =>
  (await app.db.ownerPool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
  desk = await app.signedIn("an.nv.motcua");
});
afterAll(() => app.close());

describe("the working calendar of a year", () => {
  it("shows twelve months with what rests and why, for every officer, in words and not in colours alone", async () => {
    const page = (await open("/officer/calendar?year=2026", desk)).body;
    expect(page.match(/<table class="month">/g)?.length).toBe(12);
    expect(page).toMatch(/title="Quốc khánh">2<span class="hush"> nghỉ: Quốc khánh/);
    expect(page).toMatch(/22<span class="hush"> làm việc: Làm bù cho ngày 31\/08/);
    expect(page).toMatch(/28<span class="hush"> nghỉ hằng tuần/);
    expect(page).toContain('<abbr title="Thứ hai">T2</abbr>');
    expect(page).toContain("07:00–11:30, 13:00–16:30");
    expect(page).toContain("Lịch đi kèm phần mềm");
    expect(page).not.toContain("/officer/calendar/declare");
    const english = (await open("/officer/calendar?year=2027&lang=en", desk)).body;
    expect(english).toContain("Working calendar of 2027");
    await open("/officer/calendar?lang=vi", desk);
  });

  it("shows this year for a year that is none, and is closed to strangers", async () => {
    for (const year of ["1", "abc", "99999"])
      expect((await open(`/officer/calendar?year=${year}`)).body).toContain("Lịch làm việc năm 2026");
    expect((await app.inject("/officer/calendar")).statusCode).toBe(303);
  });
});

describe("a declaration", () => {
  it("comes back with all that was typed when something is wrong, from the preview as from the end", async () => {
    const wrong = { ...DAYS, rest: "31/11/2026", decision: " ", unit: "H21.18" };
    const answers = [
      await preview(wrong),
      await app.post(controller, "/officer/calendar/declare", { ...wrong, previous: "2026-1" }),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('value="31/11/2026"');
      expect(answer.body).toContain('value="Ngày Văn hóa &lt;Việt Nam>"');
      expect(answer.body).toContain("Theo nghị quyết</textarea>");
      expect(answer.body).toMatch(/value="H21.18" selected/);
      expect(answer.body).toContain("Ngày nghỉ: ghi ngày dạng 24/12/2026");
      expect(answer.body).toContain('href="#decision"');
    }
    expect((await preview({ ...DAYS, unit: "H99" })).body).toContain("không có đơn vị này");
    expect((await preview({ ...DAYS, rest: "", ordinary: "24/11/2026" })).body).toContain(
      "không có gì để công bố",
    );
    expect((await preview({})).statusCode).toBe(422);
  });

  it("of hours that are none keeps them and says how they are written, in both languages", async () => {
    const typed = { ...DAYS, rest: "", hours: "07:30-11:30, 13:30-17:00", hoursFrom: "04/01/2027" };
    const short = await preview(typed);
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('value="07:30-11:30, 13:30-17:00"');
    expect(short.body).toContain("các buổi cộng lại phải đúng 8 giờ");
    const wrong = await preview({ ...typed, intake: "cả tuần <trừ CN>", halfHours: "sáng", lang: "en" });
    expect(wrong.body).toContain("cả tuần &lt;trừ CN></textarea>");
    expect(wrong.body).toContain("each weekday once, or “as working hours”");
    expect(wrong.body).toContain("write hours as 07:30-11:30");
    await open("/officer/calendar?lang=vi");
  });

  it("is shown before anything is changed", async () => {
    const before = [await rows("organisation.working_calendar"), await rows("graphile_worker._private_jobs")];
    const answer = await preview(DAYS);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("Chưa có gì thay đổi");
    expect(answer.body).toContain("Không hồ sơ nào đổi ngày hẹn");
    expect(answer.body).toContain('<input type="hidden" name="rest" value="24/11/2026"');
    expect(answer.body).toContain('<input type="hidden" name="previous" value="2026-1"');
    expect([
      await rows("organisation.working_calendar"),
      await rows("graphile_worker._private_jobs"),
    ]).toEqual(before);
  });

  it("makes a new version, says so, and shows the day with its name from then on", async () => {
    const answer = await app.post(controller, "/officer/calendar/declare", { ...DAYS, previous: "2026-1" });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, "/officer/calendar"]);
    const page = (await open("/officer/calendar?year=2026")).body;
    expect(page).toContain("Bản đang dùng: 2026-2");
    expect(page).toMatch(/24<span class="hush"> nghỉ: Ngày Văn hóa &lt;Việt Nam>/);
    expect(page).toContain("nghỉ 24/11/2026");
    expect(page).toContain('href="/officer/calendar/2026-2/cases"');
    expect((await open("/officer/calendar", desk)).body).toContain('href="/officer/calendar/2026-2/cases"');
    const clerk = await app.signedIn("mai.bt.xaydung");
    expect((await open("/officer/calendar", clerk)).body).not.toContain("2026-2/cases");
  });

  it("is refused on an old view, and whatever was typed stays", async () => {
    const late = await app.post(controller, "/officer/calendar/declare", {
      ...DAYS,
      rest: "25/11/2026",
      previous: "2026-1",
    });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain("có người vừa công bố một bản lịch khác");
    expect(late.body).toContain('value="25/11/2026"');
  });

  it("of a unit has its own calendar to look at", async () => {
    await app.post(controller, "/officer/calendar/declare", {
      ...DAYS,
      unit: "H21.18",
      rest: "26/11/2026",
      previous: "2026-2",
    });
    const page = (await open("/officer/calendar?unit=H21.18")).body;
    expect(page).toContain("Lịch riêng của Sở Xây dựng");
    expect(page).toContain("Bản đang dùng: H21.18-2026-1");
    expect((await open("/officer/calendar")).body).toContain("Bản đang dùng: 2026-2");
  });

  it("of hours shows in the calendar of the unit from when they count, and to citizens", async () => {
    const previous = "H21.18-2026-1";
    const hours = { hours: "07:30-11:30, 13:00-17:00", hoursFrom: "04/01/2027" };
    const intake = {
      intake: "thứ 2–thứ 6 07:00-11:30, 13:00-16:30; thứ 7 07:00-11:00",
      intakeFrom: "23/11/2026",
    };
    const half = { half: "31/12/2026", halfHours: "07:00-11:30" };
    const typed = { ...DAYS, ...hours, ...intake, ...half, rest: "", unit: "H21.18" };
    expect((await preview(typed)).body).toContain('<input type="hidden" name="intake" value="thứ 2–thứ 6 ');
    const declared = await app.post(controller, "/officer/calendar/declare", { ...typed, previous });
    expect(declared.statusCode).toBe(303);
    const page = (await open("/officer/calendar?unit=H21.18")).body;
    expect(page).toContain("07:00–11:30, 13:00–16:30");
    expect(page).toMatch(/Giờ làm việc từ 04\/01\/2027.*?07:30–11:30, 13:00–17:00/s);
    expect(page).toContain("thứ hai–thứ sáu 07:00–11:30, 13:00–16:30; thứ bảy 07:00–11:00");
    expect(page).toContain('31<span class="hush"> làm việc nửa ngày (07:00–11:30): Ngày Văn hóa');
    expect(page).toContain("từ 04/01/2027 giờ làm việc 07:30–11:30, 13:00–17:00");
    const guide = (await app.inject("/procedures/1.013225")).body;
    expect(guide).toMatch(/Giờ tiếp nhận<\/dt><dd><p>thứ hai–thứ sáu 07:00–11:30, 13:00–16:30<\/p>/);
    expect(guide).toContain("<summary>1 nơi có giờ tiếp nhận riêng</summary>");
    expect(guide).toContain(
      "Sở Xây dựng tỉnh Gia Lai: thứ hai–thứ sáu 07:00–11:30, 13:00–16:30; thứ bảy 07:00–11:00",
    );
  });

  it("belongs to the controller of procedures alone", async () => {
    for (const username of ["an.nv.motcua", "phuoc.dh.xaydung", "quang.dn.quantri"]) {
      const other = await app.signedIn(username);
      for (const url of ["declare", "preview"])
        expect((await open(`/officer/calendar/${url}`, other)).statusCode, `${username} ${url}`).toBe(403);
      const sent = await app.post(other, "/officer/calendar/declare", { ...DAYS, previous: "2026-2" });
      expect(sent.statusCode).toBe(403);
    }
  });
});

describe("the recomputation", () => {
  it("tells on the calendar's page how far it is, and lists what it moved", async () => {
    const job = app.jobs.find((one) => one.name === "recompute-deadlines");
    if (job === undefined) throw new Error("no such job");
    await app.db.ownerPool.query(
      "insert into cases.recompute_run (calendar_id, begun_at, done, total) values (2, now(), 1200, 50000)",
    );
    const running = (await open("/officer/calendar")).body;
    expect(running).toContain("1.200 trong 50.000 hồ sơ");
    expect(running).toContain("Cập nhật");
    const worker = {
      database: app.db.database,
      clock: app.clock.read,
      log: createLog("silent"),
      jobs: app.jobs,
    };
    await runJob(worker, job, {});
    expect((await open("/officer/calendar")).body).toContain("0 hồ sơ đổi ngày hẹn");
    const list = await open("/officer/calendar/2026-2/cases?show=became-late");
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain("Không có hồ sơ nào");
    expect((await open("/officer/calendar/2026-99/cases")).statusCode).toBe(404);
    expect((await open("/officer/calendar/2026-2/cases?after=x&show=y")).statusCode).toBe(200);
  });
});

describe("a unit that has ended", () => {
  it("is offered no more, but its calendar can be looked at", async () => {
    expect((await open("/officer/calendar")).body).toContain('<option value="H21.18"');
    await app.db.ownerPool.query(
      "update organisation.unit set valid_to = '2026-11-01' where code = 'H21.18'",
    );
    await app.directory.refresh();
    expect((await open("/officer/calendar")).body).not.toContain('<option value="H21.18"');
    expect((await open("/officer/calendar?unit=H21.18")).body).toContain("Lịch riêng của Sở Xây dựng");
  });
});
