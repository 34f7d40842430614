import { formatMoney } from "../../kernel/money.ts";
import { dueCauses } from "./due-causes.ts";
import type { StoryTexts } from "./story.ts";

/** What happened to a case, as its timeline tells it. */
export const storyVi: StoryTexts = {
  registered: () => "Ghi nhận hồ sơ mới đăng ký",
  received: (data) =>
    data.channel === "postal" ? "Tiếp nhận hồ sơ qua bưu chính công ích" : "Tiếp nhận hồ sơ tại quầy",
  refused: () => "Từ chối tiếp nhận hồ sơ",
  "passed-on": () => "Chuyển bước tiếp theo",
  "sent-back": () => "Trả lại bước trước",
  assigned: (data, names) => `Giao cho ${names.officer(data.officerId)}`,
  "opinion-asked": (data, names) =>
    `Lấy ý kiến ${names.unit(data.unitId)}, trả lời trước ${names.moment(data.answerDueAt)}`,
  "opinion-given": (data) =>
    ({
      agree: "Trả lời ý kiến: đồng ý",
      disagree: "Trả lời ý kiến: không đồng ý",
      comment: "Trả lời ý kiến",
    })[data.opinion],
  "supplement-proposed": () => "Đề nghị yêu cầu người nộp bổ sung giấy tờ",
  "supplement-declined": () => "Không chấp nhận đề nghị bổ sung",
  "supplement-requested": () => "Yêu cầu người nộp bổ sung giấy tờ, tạm dừng tính thời hạn",
  "supplement-completed": () => "Nhận đủ giấy tờ bổ sung, tính lại thời hạn",
  "supplement-lapsed": () => "Quá hạn bổ sung, không tiếp nhận hồ sơ",
  "financial-duty-noted": (data) =>
    `Thông báo nghĩa vụ tài chính: ${data.name}, ${formatMoney(data.amount)}; tạm dừng tính thời hạn`,
  "financial-duty-paid": () => "Đã nhận chứng từ nộp tiền, tiếp tục tính thời hạn",
  withdrawn: () => "Người nộp yêu cầu rút hồ sơ",
  stopped: () => "Dừng giải quyết hồ sơ",
  "procedure-changed": (data) => `Chuyển sang thủ tục đúng: ${data.matter.procedureName}`,
  "result-drafted": (data) =>
    `${data.draft.kind === "granted" ? "Dự thảo kết quả" : "Dự thảo văn bản từ chối"}: ${data.draft.title}`,
  "result-approved": () => "Phê duyệt kết quả",
  "result-issued": (data) =>
    `${data.kind === "granted" ? "Phát hành kết quả" : "Phát hành văn bản từ chối"} số ${data.number}`,
  "result-recalled": () => "Thu hồi kết quả để sửa",
  "due-recomputed": (data, names) =>
    `Lịch làm việc thay đổi (${dueCauses(data.causes, "vi")}), ngày hẹn được tính lại: từ ${names.moment(data.oldDueAt)} thành ${names.moment(data.newDueAt)}`,
  "handed-to-successor": (data, names) =>
    data.units.length === 0
      ? `Xác nhận nơi giải quyết sau sắp xếp đơn vị theo ${data.decision}`
      : `Sắp xếp đơn vị theo ${data.decision}: ${data.units.map(({ from, to }) => `${names.unit(from)}, nay là ${names.unit(to)}`).join("; ")}`,
  apologised: (data, names) => `Xin lỗi và hẹn lại ${names.moment(data.newDueAt)}`,
  "handed-over": (data) => `Trả kết quả cho ${data.collector.name}`,
  urged: () => "Lãnh đạo đôn đốc giải quyết",
  "urge-answered": () => "Trả lời đôn đốc",
  rated: (data) =>
    ({
      satisfied: "Người dân đánh giá: hài lòng",
      neutral: "Người dân đánh giá: bình thường",
      unsatisfied: "Người dân đánh giá: không hài lòng",
    })[data.rating.overall],
};
