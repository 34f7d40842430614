import type { LocalDate } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";

/** A procedure of a group and after whose results it begins; none: at once. */
export type GroupStep = {
  readonly key: string;
  readonly procedureCode: string;
  readonly after: readonly string[];
};

/** An interconnected group of procedures (nhóm thủ tục hành chính liên thông): dated configuration with its source. */
export type GroupDefinition = {
  /** The group's own code in the national catalogue; where it has none, one of ours. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  /** What is uncertain about it, and what was assumed. */
  readonly note?: string;
  /** For everything together; the second where something must be verified. */
  readonly limit: TimeLimit;
  readonly verifiedLimit?: TimeLimit;
  /** Received after the cut-off (15:00) the days begin with the next working day. */
  readonly cutoffShifts: boolean;
  /** Working minutes of the owner to close or continue when a member fails. */
  readonly decideWithinMinutes: number;
  readonly members: readonly GroupStep[];
};

/** What the law leaves to the province: the owner has one working day to close or continue. */
const DECIDE_WITHIN = 480;

export const GROUP_DEFINITIONS: readonly GroupDefinition[] = [
  {
    code: "2.000986",
    name: "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
    nameEn: "Birth, residence and health insurance of a child under six together",
    effectiveFrom: "2024-07-01",
    source: "NĐ 63/2024/NĐ-CP",
    note: "Danh mục còn ghi 20 ngày làm việc khi nộp trực tiếp (QĐ/0001-BTP); lấy thời hạn chung của Nghị định.",
    limit: { amount: 3, unit: "working-day" },
    verifiedLimit: { amount: 5, unit: "working-day" },
    cutoffShifts: true,
    decideWithinMinutes: DECIDE_WITHIN,
    members: [
      { key: "birth", procedureCode: "1.001193", after: [] },
      { key: "residence", procedureCode: "1.004222", after: ["birth"] },
      { key: "insurance", procedureCode: "1.001939", after: ["birth"] },
    ],
  },
  {
    code: "LT.KHAI-TU",
    name: "Liên thông đăng ký khai tử, xóa đăng ký thường trú, hỗ trợ chi phí mai táng",
    nameEn: "Death, end of residence and funeral support together",
    effectiveFrom: "2024-07-01",
    source: "NĐ 63/2024/NĐ-CP",
    note: "Mã của nhóm do phần mềm đặt; thay bằng mã của danh mục khi có.",
    limit: { amount: 3, unit: "working-day" },
    verifiedLimit: { amount: 5, unit: "working-day" },
    cutoffShifts: true,
    decideWithinMinutes: DECIDE_WITHIN,
    members: [
      { key: "death", procedureCode: "1.000656", after: [] },
      { key: "residence-end", procedureCode: "1.003197", after: ["death"] },
      { key: "funeral", procedureCode: "1.001731", after: ["death"] },
    ],
  },
];

/** The groups in force on a day, the newest definition of each. */
export function groupsOn(date: LocalDate): readonly GroupDefinition[] {
  const newest = new Map<string, GroupDefinition>();
  for (const definition of GROUP_DEFINITIONS)
    if (definition.effectiveFrom <= date) newest.set(definition.code, definition);
  return [...newest.values()];
}
