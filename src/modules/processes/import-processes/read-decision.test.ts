import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDecision } from "./read-decision.ts";
import { readDuration } from "./read-duration.ts";
import { readTimes } from "./read-times.ts";
import { readUnit } from "./read-unit.ts";

const row = (step: number, unit: string, duration: string, work: string) => ({ step, unit, duration, work });
const DESK = "Trung tâm Phục vụ hành chính công (cấp xã)";
const change = {
  article: 7,
  level: "CẤP XÃ",
  title: "Đăng ký biến động thử",
  time: [
    "Thời gian: Không quá 08 ngày làm việc. Hẹn lần 1: không quá 05 ngày làm việc. Hẹn lần 2: không quá 03 ngày làm việc.",
  ],
  steps: [
    row(1, DESK, "0,5 ngày", "- Nhận và kiểm tra hồ sơ; viết giấy hẹn."),
    row(2, "Cơ quan có chức năng quản lý đất đai cấp xã", "4,5 ngày", "Thẩm tra hồ sơ."),
    row(3, "Cơ quan thuế", "", "Thông báo nghĩa vụ tài chính."),
    row(4, "Chủ tịch UBND cấp xã", "3 ngày", "Ký Giấy chứng nhận."),
    row(5, DESK, "Giờ hành chính", "Trao kết quả."),
  ],
};
const read = (...records: unknown[]) => {
  const answer = readDecision(JSON.stringify(records));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};

describe("reading the internal processes of a decision", () => {
  it("reads units, posts, work, budgets and the two appointments; the tax office's time does not count", () => {
    const [process] = read(change).processes;
    expect(
      process?.steps.map(({ unit, post, work, budgetMinutes, uncounted }) =>
        [unit, post, work, budgetMinutes, uncounted ?? ""].join(" ").trim(),
      ),
    ).toEqual([
      "receiving-desk desk-officer receive 240",
      "deciding-unit specialist process 2160",
      "deciding-unit specialist await-payment 0 tax-office",
      "deciding-unit leader approve 1440",
      "receiving-desk desk-officer return 0",
    ]);
    expect(process?.steps[0]?.name).toBe("Nhận và kiểm tra hồ sơ");
    expect(process?.terms.appointments).toEqual({
      first: { amount: 5, unit: "working-day" },
      second: { amount: 3, unit: "working-day" },
    });
    expect(process?.budgetsRead).toBe(3);
    expect(process?.notes.map(({ step, kind, en }) => `${step ?? "-"} ${kind}: ${en}`)).toEqual([
      "3 confirm: “Cơ quan thuế” is outside the system: read as “Await payment”",
      "4 confirm: the leader's work is read as “Approve”",
    ]);
    // The decision names nobody who numbers and seals: the draft says so instead of inventing a step.
    expect(process?.faults).toEqual([{ fault: "return-before-issue", step: "buoc-5" }]);
  });

  it("takes each table of a record as a process of its own, and an article without one as none", () => {
    const twice = {
      ...change,
      time: [...change.time, "Không quá 20 ngày"],
      steps: [...change.steps, ...change.steps],
    };
    const report = read(twice, { ...change, article: 8, title: "Trách nhiệm", steps: [] });
    expect(report.processes.map(({ part, limit }) => [part, limit?.unit])).toEqual([
      [1, "working-day"],
      [2, "calendar-day"],
    ]);
    expect(report.withoutSteps).toEqual([{ article: "8", title: "Trách nhiệm" }]);
  });

  it("reports what it cannot read and what a person must confirm, and guesses nothing", () => {
    const odd = {
      ...change,
      time: ["Không quá 15 ngày + 08 ngày làm việc."],
      steps: [
        row(1, `${DESK} hoặc Chi nhánh Văn phòng ĐKĐĐ`, "0,5 ngày", "Nhận."),
        row(2, "Hội đồng nào đó", "vài ngày", "Họp."),
        row(3, "Văn phòng ĐKĐĐ", "", "Chờ."),
        row(4, DESK, "Giờ hành chính", "Trao."),
      ],
    };
    const [process] = read(odd).processes;
    expect(process?.limit).toBeUndefined();
    expect(process?.notes.map(({ step, kind, en }) => `${step ?? "-"} ${kind}: ${en}`)).toEqual([
      "- unread: several limits in one sentence",
      `1 confirm: several units: “${DESK} hoặc Chi nhánh Văn phòng ĐKĐĐ”`,
      "2 unread: unit “Hội đồng nào đó” is not known",
      "2 unread: time “vài ngày” could not be read",
      "3 confirm: choose the unit that stands for “Văn phòng ĐKĐĐ”",
      "3 unread: no time, and no known reason not to count it",
    ]);
  });

  it("says which rows a table leaves out and which have no number", () => {
    const [first, second] = change.steps;
    const [gap] = read({ ...change, steps: [first, { ...second, step: 4 }] }).processes;
    expect(gap?.notes).toContainEqual({
      kind: "unread",
      vi: "bảng thiếu bước 2, 3",
      en: "the table leaves out step 2, 3",
    });
    const { processes } = read({
      ...change,
      steps: [first, { ...second, step: "hai" }, { ...second, step: 3 }, first, { ...second, step: 2 }],
    });
    expect(processes.map(({ steps }) => steps.map(({ id }) => id))).toEqual([
      ["buoc-1", "buoc-dong-2", "buoc-3"],
      ["buoc-1", "buoc-2"],
    ]);
    expect(processes[0]?.notes.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        "the table leaves out step 2",
        "row 2 of the table: its number could not be read",
      ]),
    );
  });

  it("asks who of a committee, what a leader does, which body advises, who signs, and why no time is given", () => {
    const notesOf = (level: string, unit: string, work: string, duration = "1 ngày") =>
      read({ ...change, level, steps: [change.steps[0], row(2, unit, duration, work), change.steps[4]] })
        .processes[0]?.notes.filter(({ step }) => step === 2)
        .map(({ kind, en }) => `${kind}: ${en}`);
    expect(notesOf("CẤP TỈNH", "UBND tỉnh", "Công bố.")).toEqual([
      "confirm: “UBND tỉnh” does not say who: read as Leader",
      "confirm: the leader's work is read as “Process”",
    ]);
    expect(notesOf("CẤP XÃ", "Ủy ban nhân dân cấp xã", "Ban hành Thông báo")).toEqual([
      "confirm: “Ủy ban nhân dân cấp xã” does not say who: read as Specialist",
      "confirm: something is signed or issued, it does not say by whom: read as Specialist, “Process”",
    ]);
    expect(notesOf("CẤP TỈNH", "Cơ quan tham mưu", "Thẩm tra.")).toEqual([
      "confirm: choose the unit that stands for “Cơ quan tham mưu”",
    ]);
    expect(readUnit("Cơ quan tham mưu", true)?.unit).toBe("deciding-unit");
    expect(notesOf("CẤP XÃ", "Sở Nông nghiệp và Môi trường", "Thẩm định.")).toEqual([
      "confirm: choose the unit that stands for “Sở Nông nghiệp và Môi trường”",
    ]);
    expect(notesOf("CẤP TỈNH", "Sở Nông nghiệp và Môi trường", "Xem; - Ký Giấy chứng nhận")).toEqual([
      "confirm: something is signed or issued, it does not say by whom: read as Specialist, “Process”",
    ]);
    expect(notesOf("CẤP TỈNH", "Người sử dụng đất", "Nộp tiền", "")).toEqual([
      "confirm: “Người sử dụng đất” is outside the system: read as “Await payment”",
      "unread: no time, and no known reason not to count it",
    ]);
    expect(notesOf("CẤP TỈNH", "Sở Nông nghiệp và Môi trường", "Niêm yết", "")?.join()).toContain(
      "no time, read as not counted",
    );
    // "Đăng ký" is no signature.
    const [, leader] =
      read({
        ...change,
        steps: [change.steps[0], row(2, "Chủ tịch UBND cấp xã", "1 ngày", "Giao việc đăng ký đất đai")],
      }).processes[0]?.steps ?? [];
    expect(leader?.work).toBe("process");
  });

  it("says where budgets and limit differ, and that calendar days are read as days of eight hours", () => {
    const [process] = read({ ...change, time: ["Không quá 10 ngày."] }).processes;
    expect(process?.notes.filter(({ step }) => step === undefined).map(({ en }) => en)).toEqual([
      "a limit in calendar days",
      "budgets add up to 8 days, the limit is 10",
    ]);
  });

  it("refuses what is no such file", () => {
    expect(readDecision("{")).toEqual({ ok: false, refusal: "not-json" });
    expect(readDecision("[]")).toEqual({ ok: false, refusal: "not-processes" });
    expect(readDecision('[{"title":"x"}]')).toEqual({ ok: false, refusal: "not-processes" });
  });

  it("reads times of steps exactly, and only those", () => {
    expect(readDuration("0,25 ngày")).toEqual({ kind: "minutes", minutes: 120 });
    expect(readDuration(" 03 Ngày ")).toEqual({ kind: "minutes", minutes: 1440 });
    expect(readDuration("2 giờ")).toEqual({ kind: "minutes", minutes: 120 });
    for (const text of ["0 ngày", "1-2 ngày", "3 tháng", "0,0001 ngày"])
      expect(readDuration(text), text).toEqual({ kind: "unread" });
    expect(readTimes("Hẹn lần 1: 3 ngày")).toEqual({ doubt: "no-limit" });
    expect(readTimes("12 ngày làm việc. Hẹn lần 1: 8 ngày làm việc. Hẹn lần 1: 5 ngày làm việc").doubt).toBe(
      "appointments-do-not-add-up",
    );
    // The figure is for a refusal; the answer itself is due the same day.
    expect(readTimes("Thông báo: trong ngày, từ chối thì trả lời trong 02 ngày")).toEqual({
      doubt: "several-limits",
    });
    expect(readTimes("8 ngày. Hẹn lần 1: 3 ngày + 2 ngày làm việc. Hẹn lần 2: 3 ngày").doubt).toBe(
      "appointments-unclear",
    );
    expect(readUnit("UBND cấp xã", true)?.unit).toBe("commune-of-matter");
    expect(readUnit("Sở Nông nghiệp và Môi trường; Phòng QL Đất đai", true)?.doubt).toBe("alternatives");
  });

  const file = process.env.PROCESSES_FILE;
  it.skipIf(file === undefined)(
    "imports all 51 records of the decision of Đồng Tháp (skipped without PROCESSES_FILE)",
    () => {
      const answer = readDecision(readFileSync(file ?? "", "utf8"));
      if (!answer.ok) throw new Error(answer.refusal);
      const { records, processes, withoutSteps } = answer.value;
      expect([records, processes.length, withoutSteps.length]).toEqual([51, 88, 2]);
      const steps = processes.flatMap((one) => one.steps);
      expect(steps.length).toBe(537);
      expect(processes.reduce((sum, one) => sum + one.budgetsRead, 0)).toBe(394);
      expect(steps.filter((step) => step.uncounted !== undefined).length).toBe(58);
      // 83 returns "in office hours" but one; the rest has a budget, does not count, or is reported as unread.
      const unread = processes.flatMap((one) => one.notes).filter(({ kind }) => kind === "unread");
      expect(unread.length).toBe(16);
      const notesOf = (article: string, part: number) =>
        processes.find((one) => one.article === article && one.part === part)?.notes.map(({ vi }) => vi) ??
        [];
      expect(notesOf("22", 1)).toContain("nhiều thời hạn trong một câu");
      expect(notesOf("24", 1)).toContain("chọn đơn vị thay cho “Cơ quan tham mưu”");
      expect(notesOf("37", 2)).toContain("bảng thiếu bước 2, 3");
      expect(notesOf("47", 2)).toContain("bảng thiếu bước 7, 8");
      const noted = (step: number, notes: readonly { readonly step?: number }[]) =>
        notes.some((note) => note.step === step);
      for (const { steps: read, notes } of processes)
        for (const { id, work, post } of read)
          if (post === "leader" || work.startsWith("await"))
            expect(noted(Number(id.slice("buoc-".length)), notes), id).toBe(true);
    },
  );
});
