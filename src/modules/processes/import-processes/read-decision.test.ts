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
    expect(process).toMatchObject({ budgetsRead: 3, notes: [] });
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

  it("says where budgets and limit differ, and that calendar days are read as days of eight hours", () => {
    const [process] = read({ ...change, time: ["Không quá 10 ngày."] }).processes;
    expect(process?.notes.map(({ en }) => en)).toEqual([
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
      expect(unread.length).toBe(12);
    },
  );
});
