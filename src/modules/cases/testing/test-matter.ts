import type { ProcessDefinition, ProcessStep } from "../../processes/index.ts";
import type { ProcedureInForce } from "../cases-deps.ts";

const step = (
  id: string,
  work: ProcessStep["work"],
  post: ProcessStep["post"],
  budgetMinutes: number,
  names: readonly [vi: string, en: string],
): ProcessStep => ({
  id,
  work,
  post,
  budgetMinutes,
  unit: work === "receive" || work === "return" ? "receiving-desk" : "deciding-unit",
  name: names[0],
  nameEn: names[1],
});

/** The process of a department: five working days from the desk back to the desk. */
export const DEPARTMENT_PROCESS: ProcessDefinition = {
  code: "1.013225",
  version: 1,
  steps: [
    step("receive", "receive", "desk-officer", 240, ["Tiếp nhận, chuyển hồ sơ", "Receive and pass on"]),
    step("appraise", "process", "specialist", 1200, ["Thẩm định, dự thảo kết quả", "Appraise and draft"]),
    step("review", "review", "division-head", 240, ["Xem xét dự thảo", "Review the draft"]),
    step("approve", "approve", "leader", 240, ["Ký duyệt kết quả", "Approve"]),
    step("issue", "issue", "clerk", 240, ["Vào số, phát hành", "Number and issue"]),
    step("return", "return", "desk-officer", 240, ["Trả kết quả", "Hand over"]),
  ],
};

const then = (process: ProcessStep, to: string): ProcessStep => ({
  ...process,
  then: { kind: "to", step: to },
});

/** The same, where the specialists check the plan and, side by side, visit the site and write down what they saw. */
export const FORKED_PROCESS: ProcessDefinition = {
  ...DEPARTMENT_PROCESS,
  steps: DEPARTMENT_PROCESS.steps.flatMap((one) =>
    one.id !== "appraise"
      ? [one]
      : [
          {
            ...one,
            budgetMinutes: 240,
            then: { kind: "parallel", branches: ["plan", "visit"], join: "draft" },
          },
          then(
            step("plan", "process", "specialist", 480, ["Đối chiếu quy hoạch", "Check the plan"]),
            "draft",
          ),
          then(
            step("visit", "process", "specialist", 240, ["Kiểm tra thực địa", "Visit the site"]),
            "minutes",
          ),
          then(step("minutes", "process", "specialist", 240, ["Lập biên bản", "Write the minutes"]), "draft"),
          step("draft", "process", "specialist", 480, ["Dự thảo kết quả", "Draft the result"]),
        ],
  ),
};

/** A procedure that departments decide within five working days. */
export const BUILDING_PERMIT: ProcedureInForce = {
  id: 1,
  version: 1,
  receivable: true,
  content: {
    code: "1.013225",
    name: "Cấp giấy phép xây dựng mới đối với công trình cấp đặc biệt, cấp I, cấp II",
    field: "Hoạt động xây dựng",
    levels: ["province"],
    channels: ["direct", "postal", "online"],
    limit: { amount: 5, unit: "working-day" },
    variants: [],
    papers: [
      { id: "p1", name: "Đơn đề nghị cấp giấy phép xây dựng", originals: 1, copies: 0, required: true },
      { id: "p2", name: "Bản vẽ thiết kế xây dựng", originals: 2, copies: 0, required: true },
    ],
    fees: [],
    legalBasis: [],
    results: ["Giấy phép xây dựng"],
    subjects: [],
    returnAtOnce: false,
    everydayWords: [],
  },
};
