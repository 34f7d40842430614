import type { StepPost, StepUnit } from "../domain/process.ts";

/** Who does a step, read from the name in the table. */
export type ReadUnit = {
  readonly unit: StepUnit;
  readonly post: StepPost;
  /** Somebody outside: the step waits for them. */
  readonly outside?: "tax-office" | "applicant" | "other";
  /**
   * What a person confirms: the name says "A hoặc B", or a body that is no unit of ours, or a committee without saying who
   * of it.
   */
  readonly doubt?: "alternatives" | "no-such-unit" | "no-post";
};

type Rule = { readonly name: RegExp; readonly read: (province: boolean) => ReadUnit };

/** A commune's own body: it decides at its level; at that of the province it is the commune of the land. */
const commune = (post: StepPost) => (province: boolean) =>
  ({ unit: province ? "commune-of-matter" : "deciding-unit", post }) as const;

/** A body of the province: at the level of a commune it is none of the units of the case. */
const department = (province: boolean): ReadUnit => ({
  unit: "deciding-unit",
  post: "specialist",
  ...(province ? {} : { doubt: "no-such-unit" }),
});

/** The names of decisions on land procedures (Đồng Tháp, QĐ 138/2025), first match wins. */
const RULES: readonly Rule[] = [
  {
    name: /^trung tâm phục vụ hành chính công/,
    read: () => ({ unit: "receiving-desk", post: "desk-officer" }),
  },
  {
    name: /^cơ quan thuế/,
    read: () => ({ unit: "deciding-unit", post: "specialist", outside: "tax-office" }),
  },
  {
    name: /^người sử dụng đất/,
    read: () => ({ unit: "receiving-desk", post: "desk-officer", outside: "applicant" }),
  },
  { name: /^hđnd/, read: () => ({ unit: "province-committee", post: "specialist", outside: "other" }) },
  {
    name: /^chủ tịch (ủy ban nhân dân|ubnd) tỉnh/,
    read: () => ({ unit: "province-committee", post: "leader" }),
  },
  {
    name: /^(ủy ban nhân dân|ubnd) tỉnh/,
    read: () => ({ unit: "province-committee", post: "leader", doubt: "no-post" }),
  },
  { name: /^chủ tịch (ủy ban nhân dân|ubnd) cấp xã/, read: commune("leader") },
  {
    name: /^(ủy ban nhân dân|ubnd) cấp xã/,
    read: (province) => ({ ...commune("specialist")(province), doubt: "no-post" }),
  },
  { name: /^cơ quan có chức năng quản lý đất đai cấp xã/, read: commune("specialist") },
  { name: /^phòng kinh tế/, read: commune("specialist") },
  // Which body advises differs from case to case.
  {
    name: /^cơ quan tham mưu/,
    read: () => ({ unit: "deciding-unit", post: "specialist", doubt: "no-such-unit" }),
  },
  { name: /^sở nông nghiệp và môi trường/, read: department },
  { name: /^phòng ql đất đai/, read: department },
  {
    name: /^(chi nhánh )?(văn phòng (đkđđ|đăng ký đất đai)|vpđkđđ)/,
    // The land registration offices run systems of their own; which unit stands for them is for a person to say.
    read: () => ({ unit: "deciding-unit", post: "specialist", doubt: "no-such-unit" }),
  },
];

/** Undefined: nothing in the table of names fits. */
export function readUnit(text: string, isProvince: boolean): ReadUnit | undefined {
  const plain = text.normalize("NFC").trim().toLowerCase();
  const rule = RULES.find(({ name }) => name.test(plain));
  if (rule === undefined) return undefined;
  const read = rule.read(isProvince);
  return read.doubt !== "no-such-unit" && /\bhoặc\b|;/.test(plain)
    ? { ...read, doubt: "alternatives" }
    : read;
}
