import type { TimeLimit } from "../../../../kernel/time-limit.ts";
import type { ProcessDefinition, ProcessStep } from "../../../processes/index.ts";
import type { ProcedureInForce } from "../../cases-deps.ts";

export type TestProcedure = ProcedureInForce;

/** A procedure that communes receive and decide. */
export function testProcedure(
  id: number,
  code: string,
  name: string,
  limit: TimeLimit | undefined,
  more: Partial<Pick<TestProcedure["content"], "field" | "levels" | "mountainDays">> = {},
): TestProcedure {
  return {
    id,
    version: 1,
    receivable: true,
    content: {
      code,
      name,
      field: "Hộ tịch",
      levels: ["commune", "province"],
      ...more,
      channels: ["direct"],
      ...(limit === undefined ? {} : { limit }),
      variants: [],
      papers: [],
      fees: [],
      legalBasis: [],
      results: [],
      subjects: [],
      returnAtOnce: false,
      everydayWords: [],
    },
  };
}

export const PROCEDURES: readonly TestProcedure[] = [
  testProcedure(1, "9.000001", "Đăng ký lại khai sinh", { amount: 5, unit: "working-day" }),
  testProcedure(
    2,
    "9.000002",
    "Cấp lại giấy chứng nhận do bị mất",
    { amount: 10, unit: "working-day" },
    { field: "Đất đai", mountainDays: 10 },
  ),
  testProcedure(3, "9.000003", "Hòa giải ở cơ sở", undefined),
];

const step = (
  id: string,
  work: ProcessStep["work"],
  unit: ProcessStep["unit"],
  post: ProcessStep["post"],
): ProcessStep => ({ id, name: id, nameEn: id, unit, post, work, budgetMinutes: 240 });

/** Desk, specialist, leader, clerk, desk. */
export const testProcess: ProcessDefinition = {
  code: "9.000001",
  version: 1,
  steps: [
    step("receive", "receive", "receiving-desk", "desk-officer"),
    step("appraise", "process", "deciding-unit", "specialist"),
    step("approve", "approve", "deciding-unit", "leader"),
    step("issue", "issue", "deciding-unit", "clerk"),
    step("return", "return", "receiving-desk", "desk-officer"),
  ],
};
