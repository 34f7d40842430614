import { formatMoney } from "../../kernel/money.ts";
import { formatDate } from "../../kernel/time.ts";
import { isFailure } from "./domain/group.ts";
import { dueCauses } from "./due-causes.ts";
import type { StoryTexts } from "./story.ts";

/** What happened to a case, as its timeline tells it. */
export const storyVi: StoryTexts = {
  registered: (data) =>
    data.channel === "online" ? "Hồ sơ nộp trực tuyến, chờ tiếp nhận" : "Ghi nhận hồ sơ mới đăng ký",
  received: (data) =>
    data.channel === "postal" ? "Tiếp nhận hồ sơ qua bưu chính công ích" : "Tiếp nhận hồ sơ tại quầy",
  accepted: (data) =>
    data.owedSinceAt === undefined
      ? "Tiếp nhận hồ sơ, bắt đầu tính thời hạn"
      : "Tiếp nhận hồ sơ muộn, bắt đầu tính thời hạn",
  refused: () => "Từ chối tiếp nhận hồ sơ",
  "passed-on": () => "Chuyển bước tiếp theo",
  "sent-back": () => "Trả lại bước trước",
  assigned: (data, names) => {
    const to = `Giao cho ${names.officer(data.officerId)}`;
    if (data.why === undefined) return to;
    if (data.why.kind === "left-post")
      return `${to}, vì ${names.officer(data.why.officerId)} thôi giữ vị trí`;
    return data.why.automatic ? `${to}, hệ thống chia theo tải` : `${to}, chia việc theo tải`;
  },
  released: (data, names) =>
    data.why.kind === "left-post"
      ? `Trả về hàng việc chung, vì ${names.officer(data.why.officerId)} thôi giữ vị trí`
      : "Trả về hàng việc chung",
  "opinion-asked": (data, names) =>
    `Lấy ý kiến ${names.unit(data.unitId)}, trả lời trước ${names.moment(data.answerDueAt)}${data.silenceBasis === undefined ? "" : `; quá hạn coi như đồng ý (${data.silenceBasis})`}`,
  "opinion-given": (data) =>
    ({
      agree: "Trả lời ý kiến: đồng ý",
      disagree: "Trả lời ý kiến: không đồng ý",
      comment: "Trả lời ý kiến",
    })[data.opinion],
  "opinion-silent": (data) =>
    data.consent
      ? "Hết hạn trả lời mà không có ý kiến: coi như đồng ý theo quy định"
      : "Hết hạn trả lời mà không có ý kiến: tiếp tục không chờ",
  "wait-ended": (data) =>
    `Đã có kết quả chờ: văn bản số ${data.evidence.number} ngày ${formatDate(data.evidence.date)}`,
  "supplement-proposed": () => "Đề nghị yêu cầu người nộp bổ sung giấy tờ",
  "supplement-declined": () => "Không chấp nhận đề nghị bổ sung",
  "supplement-allowed": () => "Lãnh đạo cho phép yêu cầu bổ sung ngoài quy định",
  "supplement-requested": (data) =>
    data.overriddenBy === undefined
      ? "Yêu cầu người nộp bổ sung giấy tờ, tạm dừng tính thời hạn"
      : "Yêu cầu người nộp bổ sung giấy tờ ngoài quy định theo cho phép của lãnh đạo, tạm dừng tính thời hạn",
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
  "decided-by-silence": (data) =>
    `Hết hạn mà không có trả lời: ${data.kind === "granted" ? "coi như đồng ý" : "coi như từ chối"}, kết quả số ${data.number}`,
  "group-progressed": (data) =>
    data.members.some(({ status }) => isFailure(status))
      ? "Một hồ sơ thành phần không đi đến kết quả; chờ quyết định dừng hoặc tiếp tục"
      : "Hồ sơ thành phần của nhóm có chuyển biến",
  "group-decided": (data) =>
    `Quyết định về nhóm: tiếp tục ${data.decisions.filter((one) => one.decision === "continue").length}, dừng ${data.decisions.filter((one) => one.decision === "close").length} hồ sơ thành phần`,
  "group-completed": (data) =>
    `Nhóm liên thông đã xong: ${data.withResult} hồ sơ có kết quả, ${data.without} hồ sơ không có kết quả`,
  "result-recalled": () => "Thu hồi kết quả để sửa",
  "due-recomputed": (data, names) =>
    `Lịch làm việc thay đổi (${dueCauses(data.causes, "vi")}), ${data.of === undefined ? "ngày hẹn" : "hạn tiếp nhận"} được tính lại: từ ${names.moment(data.oldDueAt)} thành ${names.moment(data.newDueAt)}`,
  "process-moved": (data) =>
    `Hồ sơ chuyển sang phiên bản ${data.toVersion} của quy trình nội bộ; ngày hẹn trả kết quả giữ nguyên`,
  "handed-to-successor": (data, names) =>
    data.units.length === 0
      ? `Xác nhận nơi giải quyết sau sắp xếp đơn vị theo ${data.decision}`
      : `Sắp xếp đơn vị theo ${data.decision}: ${data.units.map(({ from, to }) => `${names.unit(from)}, nay là ${names.unit(to)}`).join("; ")}`,
  apologised: (data, names) =>
    `${data.owedSinceAt === undefined ? "Xin lỗi và hẹn lại" : "Xin lỗi muộn và hẹn lại"} ${names.moment(data.newDueAt)}`,
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
