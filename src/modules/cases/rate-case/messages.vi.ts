import type { Question } from "../domain/questionnaire.ts";

/** A question and its three answers, best first: 2, 1, 0 points (TT 01/2018/TT-VPCP, Điều 13 to 15). */
export type QuestionWords = { readonly label: string; readonly answers: readonly [string, string, string] };

/** Indicators 1, 7, 3, 4 and 6 of the official evaluation, in the words of somebody who applied. */
const questions: Record<Question, QuestionWords> = {
  time: {
    label: "Kết quả có sớm hơn hay muộn hơn ngày hẹn?",
    answers: ["Sớm hơn hẹn", "Đúng hẹn", "Muộn hơn hẹn"],
  },
  attitude: {
    label: "Thái độ của cán bộ thế nào?",
    answers: ["Lịch sự, tận tình", "Bình thường", "Chưa đúng mực"],
  },
  guidance: {
    label: "Phải quay lại mấy lần để hoàn thiện hồ sơ?",
    answers: ["Không lần nào", "Một lần", "Hơn một lần"],
  },
  papers: {
    label: "Phải tự liên hệ mấy cơ quan khác để đủ giấy tờ?",
    answers: ["Không cơ quan nào", "Một cơ quan", "Hơn một cơ quan"],
  },
  publicity: {
    label: "Có dễ tìm thấy hướng dẫn về thủ tục này không?",
    answers: ["Có ở cả bảng niêm yết và trên mạng", "Chỉ có ở một trong hai nơi", "Không tìm thấy ở đâu"],
  },
};

/** The words of the rating; Vietnamese is the source. */
export const vi = {
  title: "Đánh giá việc giải quyết hồ sơ",
  lead: "Câu đầu là đủ; các câu sau không bắt buộc. Câu trả lời được ghi vào hồ sơ, cơ quan giải quyết đọc được.",
  overall: "Nói chung, bà/ông có hài lòng không?",
  overallOptions: { satisfied: "Hài lòng", neutral: "Bình thường", unsatisfied: "Không hài lòng" },
  overallMissing: "Hãy chọn một mức hài lòng.",
  questions,
  comment: "Điều muốn nói thêm",
  commentHint: "Xin đừng ghi số giấy tờ hay tên người khác.",
  tooLong: "Quá dài: tối đa 4.000 chữ.",
  invalid: "Hãy chọn một trong các câu trả lời.",
  submit: "Gửi đánh giá",
  thanksTitle: "Cảm ơn bà/ông đã đánh giá",
  thanks:
    "Câu trả lời đã được ghi vào hồ sơ và tính vào kết quả đánh giá của cơ quan. Mỗi hồ sơ đánh giá một lần.",
  alreadyTitle: "Hồ sơ này đã được đánh giá",
  already:
    "Mỗi hồ sơ chỉ đánh giá một lần nên không gửi thêm được. Nếu có điều chưa ổn, bà/ông có thể gửi phản ánh, kiến nghị.",
  earlyTitle: "Chưa đến lúc đánh giá",
  early:
    "Đánh giá được khi đã nhận kết quả. Hãy mở lại trang này sau khi nhận, cũng bằng mã QR trên giấy tiếp nhận.",
  neverTitle: "Hồ sơ này không có phần đánh giá",
  never:
    "Chỉ hồ sơ đã trả kết quả mới có phiếu đánh giá. Nếu có điều chưa ổn, bà/ông có thể gửi phản ánh, kiến nghị.",
  changed: "Hồ sơ vừa có thay đổi. Xin gửi lại; phần đã chọn vẫn còn.",
  back: "Về hồ sơ",
};

export type RateMessages = typeof vi;
