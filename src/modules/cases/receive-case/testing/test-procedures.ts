import type { PoolClient } from "pg";
import type { Instant } from "../../../../kernel/time.ts";
import { type ProcedureContent, publishProcedure } from "../../../catalogue/index.ts";
import { type ProcessStep, publishProcess } from "../../../processes/index.ts";

const blank: Omit<ProcedureContent, "code" | "name" | "field" | "levels"> = {
  channels: ["direct", "postal"],
  variants: [],
  papers: [],
  fees: [],
  legalBasis: [],
  results: [],
  subjects: [],
  returnAtOnce: false,
  everydayWords: [],
};

/** Decided by a commune within three working days; one fee, two papers, the second not required. */
export const BIRTH: ProcedureContent = {
  ...blank,
  code: "9.900001",
  name: "Thử đăng ký khai sinh",
  field: "Hộ tịch thử",
  levels: ["commune"],
  limit: { amount: 3, unit: "working-day" },
  papers: [
    { id: "p1", name: "Tờ khai đăng ký khai sinh", originals: 1, copies: 0, required: true, form: "Mẫu 01" },
    { id: "p2", name: "Giấy chứng sinh", originals: 1, copies: 0, required: true },
    { id: "p3", name: "Giấy chứng nhận kết hôn", originals: 0, copies: 1, required: false },
  ],
  fees: [{ name: "Lệ phí", amount: 8_000, channel: "direct" }],
  results: ["Giấy khai sinh"],
  everydayWords: ["làm giấy khai sinh thử"],
};

/** Decided by a commune, five working days: where a birth was taken in by mistake. */
export const MARRIAGE: ProcedureContent = {
  ...blank,
  code: "9.900002",
  name: "Thử đăng ký kết hôn",
  field: "Hộ tịch thử",
  levels: ["commune"],
  limit: { amount: 5, unit: "working-day" },
  papers: [{ id: "p1", name: "Tờ khai đăng ký kết hôn", originals: 1, copies: 0, required: true }],
};

/** Two cases with limits of their own, decided by a department. */
export const PERMIT: ProcedureContent = {
  ...blank,
  code: "9.900003",
  name: "Thử cấp giấy phép xây dựng",
  field: "Xây dựng thử",
  levels: ["province"],
  agency: "Sở Xây dựng - tỉnh Gia Lai",
  variants: [
    { code: "9.900003.01", name: "Cấp mới", limit: { amount: 20, unit: "working-day" } },
    { code: "9.900003.02", name: "Gia hạn", limit: { amount: 5, unit: "working-day" }, paperIds: ["p1"] },
  ],
  papers: [
    { id: "p1", name: "Đơn đề nghị", originals: 1, copies: 0, required: true },
    { id: "p2", name: "Bản vẽ thiết kế", originals: 2, copies: 0, required: true },
  ],
};

/** Answered while the person waits. */
export const COPY: ProcedureContent = {
  ...blank,
  code: "9.900004",
  name: "Thử chứng thực bản sao từ bản chính",
  field: "Chứng thực thử",
  levels: ["commune"],
  limit: { amount: 1, unit: "in-day" },
  papers: [{ id: "p1", name: "Bản chính giấy tờ", originals: 1, copies: 0, required: true }],
  fees: [{ name: "Phí chứng thực", amount: 2_000 }],
  results: ["Bản sao chứng thực"],
  returnAtOnce: true,
};

/** Decided by a commune; what comes by post has more time, and steps that take longer than the counter has. */
export const EXCHANGE: ProcedureContent = {
  ...blank,
  code: "9.900006",
  name: "Thử cấp đổi giấy chứng nhận",
  field: "Hộ tịch thử",
  levels: ["commune"],
  limitByChannel: { direct: { amount: 2, unit: "working-day" }, postal: { amount: 20, unit: "working-day" } },
  papers: [{ id: "p1", name: "Đơn cấp đổi", originals: 1, copies: 0, required: true }],
};

/** Known to the catalogue, not taken in. */
export const CLOSED: ProcedureContent = {
  ...blank,
  code: "9.900005",
  name: "Thử thủ tục chưa nhận",
  field: "Hộ tịch thử",
  levels: ["commune"],
};

const STEPS: readonly ProcessStep[] = [
  step("receive", "receive", "desk-officer", "receiving-desk", "Tiếp nhận, chuyển hồ sơ"),
  step("appraise", "process", "specialist", "deciding-unit", "Thẩm định, dự thảo"),
  step("approve", "approve", "leader", "deciding-unit", "Ký duyệt"),
  step("issue", "issue", "clerk", "deciding-unit", "Vào số, phát hành"),
  step("return", "return", "desk-officer", "receiving-desk", "Trả kết quả"),
];

function step(
  id: string,
  work: ProcessStep["work"],
  post: ProcessStep["post"],
  unit: ProcessStep["unit"],
  name: string,
): ProcessStep {
  return { id, work, post, unit, name, nameEn: id, budgetMinutes: 240 };
}

/** Puts the procedures of the tests and their processes into the catalogue of a test database. */
export async function publishTestProcedures(sql: PoolClient, at: Instant): Promise<void> {
  for (const content of [BIRTH, MARRIAGE, PERMIT, COPY, EXCHANGE, CLOSED]) {
    await publishProcedure(sql, content, { origin: "local", at, receivable: content !== CLOSED });
    const variants = content.variants.map((variant) => variant.code);
    for (const variantCode of [undefined, ...variants]) {
      const process = { procedureCode: content.code, variantCode, steps: STEPS, validFrom: "2025-07-01" };
      const published = await publishProcess(sql, process, at);
      if (!published.ok) throw new Error(published.refusal);
    }
  }
}
