import type { Lang } from "../../../kernel/time.ts";

const vi = {
  step: "Bước nào",
  note: "Ghi chú cho bước sau",
  reason: "Lý do",
  sendBackTo: "Trả lại bước",
  sendBackReason: "Lý do trả lại, cần sửa gì",
  kind: "Kết quả",
  title: "Trích yếu kết quả",
  titleHint: "Ví dụ: Giấy chứng nhận đăng ký hộ kinh doanh",
  content: "Nội dung",
  contentHint: "Với văn bản từ chối: nêu rõ lý do và căn cứ.",
  files: "Tệp đính kèm",
  filesHint: "PDF hoặc ảnh, tối đa 20 MB mỗi tệp",
  signedFile: "Bản kết quả đã ký, đóng dấu",
  kept: "Đã tải lên, không cần chọn lại:",
  unit: "Đơn vị được hỏi",
  question: "Nội dung hỏi",
  workingDays: "Trả lời trong",
  workingDaysUnit: "ngày làm việc",
  silenceBasis: "Điều luật coi im lặng là đồng ý",
  silenceBasisHint: "Ví dụ: Điều 102 Luật Xây dựng. Để trống: hết hạn thì đi tiếp không chờ.",
  opinion: "Ý kiến",
  opinionText: "Nội dung trả lời",
  items: "Giấy tờ cần bổ sung",
  linesHint: "Mỗi dòng một giấy tờ. Nêu đủ một lần.",
  papers: "Giấy tờ đã nhận",
  papersHint: "Mỗi dòng một giấy tờ.",
  dutyName: "Khoản phải nộp",
  dutyNameHint: "Ví dụ: Lệ phí trước bạ",
  amount: "Số tiền",
  notice: "Số, ngày thông báo",
  receipt: "Số chứng từ đã nộp",
  sendsOut: "Bước sau tạm dừng thời hạn: ghi văn bản gửi đi làm bằng chứng.",
  evidenceNumber: "Số văn bản gửi đi",
  evidenceDate: "Ngày văn bản gửi đi",
  documentNumber: "Số văn bản, chứng từ đã nhận",
  documentDate: "Ngày văn bản, chứng từ",
  officer: "Giao cho",
  claim: "Nhận việc này",
  claimLead: "Bước này chưa ai nhận. Nhận việc để người khác biết bà/ông đang làm.",
  urgeStep: "Đôn đốc bước",
  urgeText: "Nội dung đôn đốc",
  urgeAnswer: "Trả lời: vì sao, bao giờ xong",
  newDate: "Ngày hẹn mới",
  proof: "Bằng chứng người nộp yêu cầu",
  code: "Mã bí mật trên giấy tiếp nhận",
  basis: "Căn cứ: điều, khoản, văn bản",
  method: "Cách trả",
  collectorName: "Người nhận",
  collectorNumber: "Số định danh người nhận",
  collectorNumberHint: "Cần khi kiểm tra bằng thẻ căn cước hoặc giấy ủy quyền.",
  check: "Đã kiểm tra bằng",
};

export type FieldTexts = typeof vi;

const en: FieldTexts = {
  step: "Which step",
  note: "Note for the next step",
  reason: "Reason",
  sendBackTo: "Back to the step",
  sendBackReason: "Why it goes back, what to change",
  kind: "Result",
  title: "Title of the result",
  titleHint: "For example: Certificate of registration of a household business",
  content: "Content",
  contentHint: "For a refusal: the reasons and their legal basis.",
  files: "Attached files",
  filesHint: "PDF or image, at most 20 MB each",
  signedFile: "The signed and sealed result",
  kept: "Uploaded, no need to choose again:",
  unit: "Unit to ask",
  question: "Question",
  workingDays: "Answer within",
  workingDaysUnit: "working days",
  silenceBasis: "Article by which silence is consent",
  silenceBasisHint:
    "For example: Article 102, Law on Construction. Empty: the case then goes on without an answer.",
  opinion: "Opinion",
  opinionText: "Answer",
  items: "Missing papers",
  linesHint: "One paper a line. Name all of them at once.",
  papers: "Papers that came",
  papersHint: "One paper a line.",
  dutyName: "What is to be paid",
  dutyNameHint: "For example: registration tax",
  amount: "Amount",
  notice: "Number and date of the notice",
  receipt: "Number of the proof of payment",
  sendsOut: "The next step stops the clock: name the document by which it is sent, as evidence.",
  evidenceNumber: "Number of the document sent",
  evidenceDate: "Date of the document sent",
  documentNumber: "Number of the document that came",
  documentDate: "Date of the document",
  officer: "Assign to",
  claim: "Take this step",
  claimLead: "Nobody has taken this step. Take it, so that others know that you are on it.",
  urgeStep: "Step to urge",
  urgeText: "What to do, until when",
  urgeAnswer: "Answer: why, and until when",
  newDate: "New date",
  proof: "Proof that the applicant asks",
  code: "Secret word on the receipt",
  basis: "Legal basis: article, clause, document",
  method: "Way of return",
  collectorName: "Collected by",
  collectorNumber: "Citizen number of the collector",
  collectorNumberHint: "Needed when checked by identity card or authorisation.",
  check: "Checked by",
};

/** Fields whose name in the schema is not that of their label. */
const OTHER_LABELS: Readonly<Record<string, keyof FieldTexts>> = {
  unitId: "unit",
  officerId: "officer",
  text: "opinionText",
  name: "dutyName",
  to: "sendBackTo",
};

/** The label of a field by its name in the command's schema. */
export function fieldLabel(lang: Lang, name: string, verb?: string): string | undefined {
  if (name === "text" && verb === "urge") return fieldTexts(lang).urgeText;
  if (name === "text" && verb === "answer-urge") return fieldTexts(lang).urgeAnswer;
  const labels: Readonly<Record<string, string>> = fieldTexts(lang);
  return labels[OTHER_LABELS[name] ?? name];
}

export function fieldTexts(lang: Lang): FieldTexts {
  return lang === "vi" ? vi : en;
}
