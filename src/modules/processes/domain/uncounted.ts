/**
 * The eight kinds of time that Gia Lai's land procedures do not count (ghi chú của TTHC 1.115350 và các thủ tục đất đai
 * của tỉnh Gia Lai, điểm a đến h): data with a source, in the order of the text.
 */
export const UNCOUNTED_REASONS = {
  "land-price": { point: "a", name: "Xác định giá đất cụ thể", nameEn: "Fixing the land price" },
  deductions: {
    point: "b",
    name: "Xác định khoản được trừ vào tiền sử dụng đất",
    nameEn: "Settling deductions from the land-use fee",
  },
  "tax-office": {
    point: "c",
    name: "Cơ quan thuế xác định đơn giá, miễn, giảm, ghi nợ",
    nameEn: "Tax office sets, waives, reduces or defers",
  },
  "financial-duty": {
    point: "d",
    name: "Người sử dụng đất thực hiện nghĩa vụ tài chính",
    nameEn: "Applicant pays what is owed",
  },
  "land-pooling": {
    point: "đ",
    name: "Thỏa thuận tích tụ đất, góp quyền sử dụng đất",
    nameEn: "Agreement on pooling of land",
  },
  survey: { point: "e", name: "Trích đo địa chính", nameEn: "Cadastral survey" },
  "violation-or-publication": {
    point: "g",
    name: "Xử lý vi phạm, trưng cầu giám định, niêm yết công khai, đăng tin, chia thừa kế",
    nameEn: "Violation, expert opinion, public posting, announcement, division of an inheritance",
  },
  infrastructure: {
    point: "h",
    name: "Xác định chi phí hạ tầng",
    nameEn: "Settling infrastructure costs",
  },
} as const satisfies Record<
  string,
  { readonly point: string; readonly name: string; readonly nameEn: string }
>;

export type UncountedReason = keyof typeof UNCOUNTED_REASONS;

/** Where the eight kinds stand. */
export const UNCOUNTED_SOURCE = "TTHC đất đai đặc thù của tỉnh Gia Lai (1.1153xx), phần thời hạn giải quyết";
