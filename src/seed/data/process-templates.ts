import type { ProcessStep } from "../../modules/processes/index.ts";

/**
 * A step before its time is known. Fixed steps take a share of the limit, but never more than their cap;
 * the one step without a share takes all that is left.
 */
export type TemplateStep = Omit<ProcessStep, "budgetMinutes"> & {
  readonly share?: number;
  readonly capMinutes?: number;
};

export type ProcessTemplate = {
  readonly id: "commune-in-day" | "commune" | "department" | "department-and-committee";
  readonly steps: readonly TemplateStep[];
};

const HALF_DAY = 240;

const receive: TemplateStep = {
  id: "receive",
  name: "Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ",
  nameEn: "Receive, check, scan and pass on",
  unit: "receiving-desk",
  post: "desk-officer",
  work: "receive",
  share: 0.1,
  capMinutes: HALF_DAY,
};

const giveBack: TemplateStep = {
  id: "return",
  name: "Trả kết quả",
  nameEn: "Return the result",
  unit: "receiving-desk",
  post: "desk-officer",
  work: "return",
  share: 0.05,
  capMinutes: HALF_DAY,
};

const appraise: TemplateStep = {
  id: "appraise",
  name: "Thẩm định hồ sơ, dự thảo kết quả",
  nameEn: "Appraise and draft the result",
  unit: "deciding-unit",
  post: "specialist",
  work: "process",
};

const review: TemplateStep = {
  id: "review",
  name: "Lãnh đạo phòng xem xét dự thảo",
  nameEn: "Division head reviews the draft",
  unit: "deciding-unit",
  post: "division-head",
  work: "review",
  share: 0.1,
  capMinutes: 2 * 480,
};

const approve: TemplateStep = {
  id: "approve",
  name: "Lãnh đạo ký duyệt kết quả",
  nameEn: "Leader approves and signs",
  unit: "deciding-unit",
  post: "leader",
  work: "approve",
  share: 0.1,
  capMinutes: 2 * 480,
};

const issue: TemplateStep = {
  id: "issue",
  name: "Vào số, đóng dấu, phát hành kết quả",
  nameEn: "Number, seal and issue",
  unit: "deciding-unit",
  post: "clerk",
  work: "issue",
  share: 0.05,
  capMinutes: HALF_DAY,
};

/** Procedures answered on the day of receipt, mostly civil status and certified copies. */
const communeInDay: ProcessTemplate = {
  id: "commune-in-day",
  steps: [
    receive,
    { ...appraise, name: "Giải quyết hồ sơ, ghi sổ, in kết quả", nameEn: "Decide, enter in the book, print" },
    { ...approve, share: 0.2 },
    { ...issue, share: 0.1 },
    giveBack,
  ],
};

const commune: ProcessTemplate = {
  id: "commune",
  steps: [receive, appraise, { ...approve, share: 0.15 }, issue, giveBack],
};

const department: ProcessTemplate = {
  id: "department",
  steps: [receive, appraise, review, approve, issue, giveBack],
};

/** The department drafts and submits; the province people's committee decides and issues. */
const departmentAndCommittee: ProcessTemplate = {
  id: "department-and-committee",
  steps: [
    receive,
    { ...appraise, name: "Thẩm định hồ sơ, dự thảo tờ trình", nameEn: "Appraise and draft the submission" },
    review,
    {
      ...approve,
      id: "submit",
      name: "Lãnh đạo sở ký tờ trình UBND tỉnh",
      nameEn: "Department leader signs the submission",
    },
    {
      ...appraise,
      id: "committee-appraise",
      name: "Chuyên viên Văn phòng UBND tỉnh thẩm tra, trình ký",
      nameEn: "Specialist of the committee checks and submits",
      unit: "province-committee",
      share: 0.15,
      capMinutes: 4 * 480,
    },
    {
      ...approve,
      id: "committee-sign",
      name: "Lãnh đạo UBND tỉnh ký quyết định",
      nameEn: "Leader of the committee signs the decision",
      unit: "province-committee",
    },
    { ...issue, unit: "province-committee" },
    giveBack,
  ],
};

export const processTemplates = {
  communeInDay,
  commune,
  department,
  departmentAndCommittee,
} as const;
