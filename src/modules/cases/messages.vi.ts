import type { OpenStep } from "./domain/case-state.ts";
import type { CaseStatus } from "./domain/case-status.ts";
import type { ApplicantKind, Collector, FilingChannel, PaperForm, ReturnMethod } from "./domain/people.ts";
import { refusalsVi } from "./refusals.vi.ts";
import { storyVi } from "./story.vi.ts";
import type { VerbName } from "./verbs.ts";

const states: Record<CaseStatus, string> = {
  1: "Mới đăng ký",
  2: "Được tiếp nhận",
  3: "Không được tiếp nhận",
  4: "Đang xử lý",
  5: "Yêu cầu bổ sung giấy tờ",
  6: "Yêu cầu thực hiện nghĩa vụ tài chính",
  7: "Công dân yêu cầu rút hồ sơ",
  8: "Dừng xử lý",
  9: "Đã xử lý xong",
  10: "Đã trả kết quả",
};

const works: Record<OpenStep["work"], string> = {
  receive: "Tiếp nhận",
  process: "Thẩm định, giải quyết",
  review: "Xem xét",
  approve: "Phê duyệt",
  issue: "Phát hành",
  return: "Trả kết quả",
  opinion: "Cho ý kiến",
  "ask-supplement": "Xem đề nghị bổ sung",
  "await-supplement": "Chờ bổ sung giấy tờ",
  "await-payment": "Chờ nộp nghĩa vụ tài chính",
  "await-outside": "Chờ cơ quan ngoài hệ thống",
  accept: "Tiếp nhận hồ sơ trực tuyến",
  coordinate: "Theo dõi nhóm liên thông",
  "group-decision": "Quyết định về nhóm liên thông",
};

const verbs: Record<VerbName, string> = {
  "pass-on": "Chuyển bước tiếp theo",
  "draft-result": "Soạn dự thảo kết quả",
  approve: "Phê duyệt kết quả",
  issue: "Vào số, phát hành kết quả",
  "hand-over": "Trả kết quả",
  "request-supplement": "Gửi phiếu yêu cầu bổ sung",
  "decline-supplement": "Không chấp nhận đề nghị bổ sung",
  "complete-supplement": "Nhận giấy tờ bổ sung",
  "lapse-supplement": "Quá hạn bổ sung, không tiếp nhận",
  "confirm-payment": "Nhận chứng từ nộp tiền",
  "end-wait": "Nhận kết quả chờ",
  "answer-urge": "Trả lời đôn đốc",
  urge: "Đôn đốc",
  "give-opinion": "Trả lời ý kiến",
  "ask-opinion": "Lấy ý kiến đơn vị khác",
  "propose-supplement": "Đề nghị bổ sung giấy tờ",
  accept: "Tiếp nhận hồ sơ trực tuyến",
  "refuse-registered": "Không tiếp nhận hồ sơ trực tuyến",
  "allow-supplement": "Cho phép yêu cầu bổ sung ngoài quy định",
  "note-financial-duty": "Thông báo nghĩa vụ tài chính",
  "send-back": "Trả lại bước trước",
  assign: "Giao việc",
  apologise: "Xin lỗi và hẹn lại",
  "recall-result": "Thu hồi kết quả để sửa",
  withdraw: "Người nộp rút hồ sơ",
  stop: "Dừng giải quyết",
};
/** The answer when it is done. */
const verbsDone: Record<VerbName, string> = {
  "pass-on": "Đã chuyển hồ sơ.",
  "draft-result": "Đã lưu dự thảo kết quả.",
  approve: "Đã phê duyệt kết quả.",
  issue: "Đã phát hành kết quả.",
  "hand-over": "Đã trả kết quả.",
  "request-supplement": "Đã yêu cầu bổ sung, thời hạn tạm dừng.",
  "decline-supplement": "Đã trả lời đề nghị bổ sung.",
  "complete-supplement": "Đã nhận bổ sung, thời hạn tính lại từ đầu.",
  "lapse-supplement": "Đã kết thúc hồ sơ vì quá hạn bổ sung.",
  "confirm-payment": "Đã nhận chứng từ, thời hạn chạy tiếp.",
  "end-wait": "Đã nhận kết quả chờ, hồ sơ đi tiếp.",
  "answer-urge": "Đã trả lời đôn đốc.",
  urge: "Đã gửi đôn đốc.",
  "give-opinion": "Đã gửi ý kiến.",
  "ask-opinion": "Đã gửi hỏi ý kiến.",
  "propose-supplement": "Đã gửi đề nghị đến bộ phận một cửa.",
  accept: "Đã tiếp nhận hồ sơ, thời hạn bắt đầu tính.",
  "refuse-registered": "Đã từ chối tiếp nhận hồ sơ.",
  "allow-supplement": "Đã cho phép yêu cầu bổ sung, lý do ghi vào diễn biến.",
  "note-financial-duty": "Đã thông báo, thời hạn tạm dừng đến khi nộp.",
  "send-back": "Đã trả lại bước trước.",
  assign: "Đã giao việc.",
  apologise: "Đã xin lỗi và hẹn lại.",
  "recall-result": "Đã thu hồi kết quả.",
  withdraw: "Đã ghi nhận rút hồ sơ.",
  stop: "Đã dừng giải quyết hồ sơ.",
};
/** What it does, for whoever does it the first time. */
const verbLeads: Record<VerbName, string> = {
  "pass-on": "Kết thúc bước này và giao việc cho bước sau.",
  "draft-result": "Kết quả đồng ý hoặc văn bản từ chối kèm lý do; sửa được cho đến khi phê duyệt.",
  approve: "Dự thảo được chuyển đi lấy số, đóng dấu, phát hành.",
  issue: "Hệ thống lấy số tiếp theo của năm. Thời điểm này quyết định hồ sơ đúng hạn hay trễ hạn.",
  "hand-over": "Ghi người nhận và cách đã kiểm tra người nhận.",
  "request-supplement": "In phiếu (Mẫu 02) gửi người nộp; từ lúc này thời hạn tạm dừng.",
  "decline-supplement": "Giấy tờ đã có trong hồ sơ, hoặc yêu cầu không có trong thủ tục.",
  "complete-supplement": "In giấy tiếp nhận mới (Mẫu 01); thời hạn tính lại từ đầu.",
  "lapse-supplement":
    "Chỉ khi luật chuyên ngành định thời hạn bổ sung và đã quá; in Mẫu 03. Không hoàn tác được.",
  "confirm-payment": "Phần thời hạn còn lại được tính tiếp.",
  "end-wait": "Ghi văn bản, chứng từ đã nhận làm bằng chứng; từ lúc này thời hạn chạy tiếp nếu đã tạm dừng.",
  "answer-urge": "Nêu vì sao chưa xong và bao giờ xong. Làm xong bước này cũng là trả lời.",
  urge: "Người đang giữ bước này phải trả lời. Mỗi bước đôn đốc lại sớm nhất sau một ngày làm việc.",
  "give-opinion": "Ý kiến của đơn vị bà/ông cho đơn vị đang giải quyết.",
  "ask-opinion": "Thời hạn vẫn chạy. Hết hạn trả lời thì được chuyển tiếp.",
  "propose-supplement":
    "Mỗi hồ sơ một lần: hãy nêu hết những gì còn thiếu. Bộ phận một cửa liên hệ người nộp.",
  accept:
    "In giấy tiếp nhận (Mẫu 01); thời hạn giải quyết tính từ lúc này. Luật cho tám giờ làm việc để tiếp nhận.",
  "refuse-registered": "Nêu rõ lý do; in phiếu từ chối (Mẫu 03). Không hoàn tác được.",
  "allow-supplement":
    "Luật cho một lần, trong ba ngày làm việc. Ai cho phép và vì sao được ghi lại; yêu cầu lần thứ hai làm hồ sơ tính quá hạn theo chỉ số 766.",
  "note-financial-duty": "Thời hạn tạm dừng đến khi có chứng từ đã nộp.",
  "send-back": "Người đã làm bước được trả lại nhận lại việc cùng lý do.",
  assign: "Bước này chỉ người được giao mới làm được.",
  apologise: "In phiếu xin lỗi (Mẫu 04). Ngày hẹn đầu vẫn giữ trong lịch sử; hồ sơ trễ vẫn là trễ.",
  "recall-result": "Khi kết quả có sai sót và chưa trả; thời hạn chạy tiếp.",
  withdraw: "Chỉ khi người nộp yêu cầu và có bằng chứng. Không hoàn tác được.",
  stop: "Ghi điều luật cho phép; in thông báo (Mẫu 05). Không hoàn tác được.",
};

const paperForms: Record<PaperForm, string> = {
  original: "Bản chính",
  copy: "Bản sao",
  scanned: "Bản điện tử",
  held: "Cơ quan nhà nước đã có",
};
const returnMethods: Record<ReturnMethod, string> = {
  counter: "Tại bộ phận một cửa",
  post: "Qua bưu chính công ích",
  electronic: "Bản điện tử",
};
const channels: Record<FilingChannel, string> = {
  direct: "Trực tiếp",
  postal: "Bưu chính công ích",
  online: "Trực tuyến",
};
const applicantKinds: Record<ApplicantKind, string> = {
  person: "Cá nhân",
  business: "Doanh nghiệp",
  organisation: "Cơ quan, tổ chức",
};
const collectorChecks: Record<Collector["check"], string> = {
  receipt: "Giấy tiếp nhận",
  "identity-card": "Thẻ căn cước",
  authorisation: "Giấy ủy quyền và thẻ căn cước",
  "post-office": "Nhân viên bưu chính",
  electronic: "Nhận bản điện tử",
};

/** The words that all pages of the room share; Vietnamese is the source. Words of one page lie beside it. */
export const messagesVi = {
  states,
  works,
  verbs,
  verbsDone,
  verbLeads,
  paperForms,
  returnMethods,
  channels,
  applicantKinds,
  collectorChecks,
  refusals: refusalsVi,
  story: storyVi,
  resultKinds: { granted: "Đồng ý, cấp kết quả", refused: "Từ chối giải quyết" },
  opinions: { agree: "Đồng ý", disagree: "Không đồng ý", comment: "Ý kiến khác" },
  proofs: {
    "signed-form": "Đơn có chữ ký, đã quét",
    "confirmation-code": "Mã bí mật trên giấy tiếp nhận",
    "authenticated-request": "Yêu cầu đã xác thực điện tử",
  },
  verdicts: { early: "Trước hạn", "on-time": "Đúng hạn", late: "Trễ hạn" },
  /** Papers that the room prints, by the kind of their number. */
  printed: {
    receipt: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01)",
    supplement: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)",
    refusal: "Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03)",
    apology: "Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu 04)",
    stop: "Thông báo dừng giải quyết hồ sơ (Mẫu 05)",
    controlSheet: "Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 06)",
  },
  /** What is wrong with one field, by the code its schema gives. */
  faults: {
    required: "Ô này chưa điền.",
    "too-long": "Quá dài. Hãy viết ngắn lại hoặc đính kèm tệp.",
    invalid: "Nội dung không đúng dạng.",
    "not-a-date": "Ngày phải viết ngày/tháng/năm, ví dụ 31/12/2026.",
    "not-an-amount": "Số tiền phải là số nguyên đồng, ví dụ 150.000.",
    "not-a-citizen-number": "Số định danh có 12 chữ số (CMND cũ 9 chữ số). Hãy xem lại trên thẻ.",
    "not-a-business-code": "Mã số doanh nghiệp có 10 chữ số, đơn vị phụ thuộc thêm 3 chữ số.",
    "not-a-phone": "Số điện thoại bắt đầu bằng 0 hoặc +84, ví dụ 0905 123 456.",
    "not-an-email": "Địa chỉ thư điện tử không đúng, ví dụ ten@example.vn.",
    "papers-required": "Hãy ghi ít nhất một giấy tờ.",
    "check-does-not-fit": "Cách kiểm tra này không dùng khi trả tại quầy. Hãy chọn cách khác.",
  },
  officerOf: (name: string, unit: string): string => `${name}, ${unit}`,
  bySystem: "Hệ thống tự động",
  byPublic: "Người dân",
  now: "vừa xong",
  minutesAgo: (count: number): string => `${count} phút trước`,
  hoursAgo: (count: number): string => `${count} giờ trước`,
  due: {
    hoursLeft: (hours: number): string => `còn ${hours} giờ làm việc`,
    daysLeft: (days: number): string => `còn ${days} ngày làm việc`,
    today: (clock: string): string => `hôm nay ${clock}`,
    hoursLate: (hours: number): string => `quá hạn ${hours} giờ làm việc`,
    daysLate: (days: number): string => `quá hạn ${days} ngày làm việc`,
    justLate: "vừa quá hạn",
    none: "không hẹn ngày",
    paused: "tạm dừng tính",
    pausedSupplement: "chờ bổ sung",
    pausedDuty: "chờ nộp tiền",
  },
};

export type CasesMessages = typeof messagesVi;
