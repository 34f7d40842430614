import type { Lang } from "../../../kernel/time.ts";

const vi = {
  title: "Kết quả làm nhiều hồ sơ",
  done: (count: number): string => `Đã làm ${count} hồ sơ`,
  refused: (count: number): string => `${count} hồ sơ chưa làm được`,
  refusedLead: "Những hồ sơ này không thay đổi gì. Mở từng hồ sơ để xem và làm tiếp.",
  nothing: "Chưa chọn hồ sơ nào. Hãy đánh dấu các dòng trong danh sách rồi bấm lại.",
  tooMany: (limit: number): string => `Mỗi lần làm được nhiều nhất ${limit} hồ sơ. Hãy chọn ít hơn.`,
  unknown: "Không có việc này cho nhiều hồ sơ. Hãy quay lại danh sách.",
  code: "Mã hồ sơ",
  applicant: "Người nộp",
  why: "Vì sao, làm gì tiếp",
  back: "Về danh sách việc",
};

export type BatchTexts = typeof vi;

const en: BatchTexts = {
  title: "Outcome of the batch",
  done: (count) => (count === 1 ? "1 case done" : `${count} cases done`),
  refused: (count) => (count === 1 ? "1 case could not be done" : `${count} cases could not be done`),
  refusedLead: "Nothing changed in these cases. Open each to look and go on.",
  nothing: "No case was chosen. Tick rows in the list and press again.",
  tooMany: (limit) => `At most ${limit} cases at a time. Choose fewer.`,
  unknown: "There is no such work for several cases. Go back to the list.",
  code: "Code",
  applicant: "Applicant",
  why: "Why, and what to do",
  back: "Back to the queue",
};

export function batchTexts(lang: Lang): BatchTexts {
  return lang === "vi" ? vi : en;
}
