import { type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { A4, A4_LANDSCAPE, A5, type Paper } from "../../../platform/pdf/paper.ts";
import type { FormHead } from "./form-data.ts";

export type FormName =
  | "receipt"
  | "supplement-request"
  | "refusal"
  | "apology"
  | "stop-notice"
  | "control-sheet"
  | "register";

/** How a form is printed from a day on: dated configuration, since decrees change paper, titles and signs. */
export type FormLayout = {
  readonly id: string;
  readonly form: FormName;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  readonly title: string;
  /** What follows "Số: …/"; {desk} is the sign of the issuing desk. */
  readonly numberSuffix: string;
  readonly paper: Paper;
  /** Font size of the text in points. */
  readonly size: number;
};

const TT_03_2025 = {
  effectiveFrom: "2025-09-15",
  // The circular's own paper sizes were not found; those of its predecessor stand.
  source: "Thông tư 03/2025/TT-VPCP; khổ giấy: Thông tư 01/2018/TT-VPCP Điều 9 khoản 2",
} as const;

/** All known layouts. A new decree adds rows; nothing is changed in place. */
export const FORM_LAYOUTS: readonly FormLayout[] = [
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-01",
    form: "receipt",
    title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    numberSuffix: "{desk}",
    paper: A5,
    size: 10,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-02",
    form: "supplement-request",
    title: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    numberSuffix: "PBS-{desk}",
    paper: A5,
    size: 11,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-03",
    form: "refusal",
    title: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    numberSuffix: "PTC-{desk}",
    paper: A5,
    size: 11,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-04",
    form: "apology",
    title: "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
    numberSuffix: "PXL",
    paper: A5,
    size: 11,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-05",
    form: "stop-notice",
    title: "Thông báo dừng giải quyết hồ sơ",
    // The text of Mẫu 05 was not found; its sign is ours, after the pattern of the others.
    numberSuffix: "TBD-{desk}",
    paper: A5,
    size: 11,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-06",
    form: "control-sheet",
    title: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    numberSuffix: "PKS-{desk}",
    paper: A4,
    size: 12,
  },
  {
    ...TT_03_2025,
    id: "tt-03-2025/mau-07",
    form: "register",
    title: "Sổ theo dõi hồ sơ",
    numberSuffix: "STD-{desk}",
    paper: A4_LANDSCAPE,
    size: 12,
  },
];

/**
 * The layout in force when a form was issued: the newest not after that day.
 * A day before the first known layout (history taken over from an older system) gets the first one.
 */
export function layoutOf(form: FormName, { issuedAt }: Pick<FormHead, "issuedAt">): FormLayout {
  const day = localDateOf(issuedAt);
  const known = FORM_LAYOUTS.filter((layout) => layout.form === form).sort((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  );
  const layout = known.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? known[0];
  if (!layout) throw new Error(`no layout for ${form}`);
  return layout;
}
