import type { OpenStep } from "../domain/case-state.ts";
import type { ReturnMethod } from "../domain/people.ts";

const addressees = {
  woman: "bà",
  man: "ông",
  person: "bà/ông",
  business: "doanh nghiệp",
  organisation: "cơ quan, tổ chức",
};

/** What a unit is doing while a step is open. */
const doing: Record<OpenStep["work"], (unit: string) => string> = {
  receive: (unit) => `${unit} đang kiểm tra hồ sơ, chuẩn bị chuyển đi giải quyết`,
  process: (unit) => `${unit} đang thẩm định, giải quyết`,
  review: (unit) => `Lãnh đạo phòng của ${unit} đang xem xét dự thảo kết quả`,
  approve: (unit) => `Lãnh đạo ${unit} đang xem để ký kết quả`,
  issue: (unit) => `${unit} đang vào số, đóng dấu kết quả`,
  return: (unit) => `Kết quả đang ở ${unit}, chờ trả`,
  opinion: (unit) => `${unit} đang được lấy ý kiến; thời hạn vẫn chạy`,
  "ask-supplement": (unit) => `${unit} đang xem có cần bổ sung giấy tờ hay không`,
  "await-supplement": (unit) => `${unit} chờ nhận giấy tờ bổ sung`,
  "await-payment": (unit) => `${unit} chờ chứng từ đã nộp tiền`,
  "await-outside": (unit) =>
    `${unit} đang chờ kết quả của cơ quan khác; thời gian này không tính vào thời hạn`,
  accept: (unit) => `${unit} đang xem hồ sơ nộp trực tuyến để tiếp nhận`,
  coordinate: (unit) => `${unit} theo dõi cả nhóm hồ sơ`,
  "group-decision": (unit) =>
    `Một hồ sơ thành phần không đi đến kết quả; ${unit} phải quyết định dừng hay tiếp tục các hồ sơ còn lại`,
};

/** For what a case is passed on. */
const purpose: Record<OpenStep["work"], string> = {
  receive: "để kiểm tra lại từ đầu",
  process: "để thẩm định, giải quyết",
  review: "để lãnh đạo phòng xem xét",
  approve: "để lãnh đạo ký",
  issue: "để vào số, đóng dấu",
  return: "để trả kết quả",
  opinion: "để cho ý kiến",
  "ask-supplement": "để xem giấy tờ còn thiếu",
  "await-supplement": "để chờ giấy tờ bổ sung",
  "await-payment": "để chờ nộp tiền",
  "await-outside": "để chờ kết quả của cơ quan khác",
  accept: "để tiếp nhận",
  coordinate: "để theo dõi cả nhóm",
  "group-decision": "để quyết định dừng hay tiếp tục",
};

const collect: Record<ReturnMethod, (desk: string) => string> = {
  counter: (desk) =>
    `Mời đến ${desk}, mang theo giấy tiếp nhận; nếu mất giấy thì mang giấy tờ tùy thân. Người nhận thay mang thêm giấy ủy quyền.`,
  post: (desk) =>
    `${desk} gửi kết quả qua bưu chính công ích đến địa chỉ đã đăng ký. Người nhận xuất trình giấy tờ tùy thân.`,
  electronic: (desk) =>
    `${desk} gửi kết quả bản điện tử theo cách đã đăng ký; có thể đến quầy nhận bản giấy.`,
};

/** The words of the citizen's tracking pages; Vietnamese is the source. */
export const vi = {
  form: {
    title: "Hồ sơ của tôi đến đâu rồi?",
    lead: "Nhập hai mã in trên giấy tiếp nhận, hoặc quét mã QR trên giấy.",
    code: "Mã hồ sơ",
    codeHint: "Ví dụ H21.113-261123-0001",
    word: "Mã tra cứu trên giấy hẹn",
    wordHint: "Mười chữ và số, gõ chữ hoa hay thường, có gạch hay không đều được.",
    submit: "Xem hồ sơ",
    codeMissing: "Hãy nhập mã hồ sơ.",
    wordMissing: "Hãy nhập mã tra cứu.",
    notFound: "Không có hồ sơ nào khớp với hai mã này",
    notFoundHelp:
      "Hãy so lại từng chữ với giấy tiếp nhận. Nếu mất giấy, xin mang giấy tờ tùy thân đến nơi đã nộp để được xem.",
    whyTwo: "Vì sao cần hai mã?",
    whyTwoAnswer:
      "Mã hồ sơ chạy theo số thứ tự nên người khác có thể đoán. Mã tra cứu chỉ có trên giấy của bà/ông, nhờ vậy chỉ bà/ông xem được hồ sơ.",
  },
  addressees,
  doing,
  purpose,
  collect,
  headline: {
    waiting: (who: string, desk: string) => `Hồ sơ của ${who} đang chờ ${desk} tiếp nhận`,
    at: (who: string, units: readonly string[]) => `Hồ sơ của ${who} đang ở ${listed(units)}`,
    supplement: (who: string) => `Hồ sơ đang chờ ${who} bổ sung giấy tờ`,
    duty: (who: string) => `Hồ sơ đang chờ ${who} nộp tiền`,
    refused: (who: string) => `Hồ sơ của ${who} không được tiếp nhận`,
    withdrawn: (who: string) => `Hồ sơ đã được rút theo yêu cầu của ${who}`,
    stopped: (who: string) => `Hồ sơ của ${who} đã dừng giải quyết`,
    granted: (who: string) => `Hồ sơ của ${who} đã có kết quả`,
    denied: (who: string) => `Hồ sơ của ${who} đã có văn bản từ chối giải quyết`,
    returned: (who: string) => `Đã trả kết quả hồ sơ của ${who}`,
  },
  time: {
    daysLeft: (days: number) => `còn ${days} ngày làm việc`,
    hoursLeft: (hours: number) => `còn ${hours} giờ làm việc`,
    minutesLeft: (minutes: number) => `còn ${minutes} phút làm việc`,
    today: (clock: string) => `hẹn trả hôm nay lúc ${clock}`,
    daysLate: (days: number) => `quá hẹn ${days} ngày làm việc`,
    hoursLate: (hours: number) => `quá hẹn ${hours} giờ làm việc`,
    justLate: "vừa quá hẹn",
    paused: "tạm dừng tính thời hạn",
    notStarted: "thời hạn chưa bắt đầu tính",
    none: "thủ tục này không hẹn ngày trả",
  },
  now: {
    nothing: (who: string) => `${capital(who)} chưa cần làm gì thêm.`,
    late: (who: string, unit: string) =>
      `Cơ quan đã trễ hẹn với ${who}. ${unit} phải xin lỗi bằng văn bản và hẹn ngày mới. Nếu chưa nhận được, ${who} có quyền phản ánh, kiến nghị.`,
    lateTitle: "Đã quá ngày hẹn trả",
    redatedTitle: "Cơ quan đã xin lỗi và hẹn lại",
    redated: (first: string, next: string) =>
      `Ngày hẹn ${first} vẫn giữ nguyên trong hồ sơ; kết quả sau ngày đó vẫn tính là trễ. Ngày hẹn mới: ${next}.`,
    movedPast: (named: string, due: string) =>
      `Phiếu xin lỗi hẹn lại ${named}. Từ đó đến nay ngày hẹn theo quy định đã được tính lại, muộn hơn ngày ấy: nay hẹn trả kết quả ${due}.`,
    missedToo: (who: string) => `Ngày này đã qua mà chưa có kết quả; ${who} có quyền phản ánh, kiến nghị.`,
    supplementTitle: "Việc cần làm: bổ sung giấy tờ",
    reason: "Lý do",
    supplementWhere: (desk: string) => `Nộp tại ${desk}, kèm phiếu yêu cầu bổ sung.`,
    once: "Cơ quan chỉ được yêu cầu bổ sung một lần.",
    clockRestarts: (since: string) =>
      `Thời hạn tạm dừng từ ${since}. Khi nộp đủ, thời hạn được tính lại từ đầu và có ngày hẹn mới.`,
    clockResumes: (since: string) =>
      `Thời hạn tạm dừng từ ${since}. Khi nộp đủ, phần thời hạn còn lại được tính tiếp.`,
    clockSecond: (since: string) =>
      `Thời hạn tạm dừng từ ${since}. Khi có chứng từ nộp tiền, hẹn lần 2 được tính.`,
    clockNotStarted: "Thời hạn giải quyết chỉ bắt đầu khi hồ sơ được tiếp nhận.",
    dutyTitle: "Việc cần làm: nộp tiền",
    dutyNotice: (number: string, date: string) => `Theo thông báo số ${number} ngày ${date}.`,
    duty: (name: string, amount: string, notice: string) => `${name}: ${amount}, theo thông báo ${notice}.`,
    dutyWhere: (desk: string) => `Nộp xong, xin gửi chứng từ đến ${desk}.`,
    remarksTitle: "Cần biết về hồ sơ này",
    collectTitle: "Cách nhận kết quả",
    refusedTitle: "Lý do không tiếp nhận",
    stoppedTitle: "Lý do dừng giải quyết",
    basis: "Căn cứ",
    feeOwed: (name: string, amount: string) => `Còn phải nộp: ${name} ${amount}.`,
    rate: "Đánh giá việc giải quyết hồ sơ này",
    rateLead: "Mất một phút; mỗi hồ sơ đánh giá một lần.",
    rated: {
      satisfied: "Đã đánh giá: hài lòng. Cảm ơn.",
      neutral: "Đã đánh giá: bình thường. Cảm ơn.",
      unsatisfied: "Đã đánh giá: không hài lòng. Cảm ơn đã cho biết.",
    },
  },
  facts: {
    title: "Thông tin hồ sơ",
    code: "Mã hồ sơ",
    procedure: "Thủ tục",
    state: "Trạng thái",
    desk: "Nơi tiếp nhận và trả",
    deskHours: "Giờ tiếp nhận",
    unit: "Cơ quan giải quyết",
    received: "Tiếp nhận lúc",
    limit: "Thời hạn quy định",
    extraDays: (days: number) => `cộng ${days} ngày làm việc ở xã miền núi`,
    firstDue: "Ngày hẹn đầu tiên",
    firstAppointment: "Hẹn lần 1: đến khi thông báo nộp tiền",
    secondAppointment: "Hẹn lần 2: trả kết quả",
    secondLater: (limit: string) => `${limit} kể từ khi có chứng từ nộp tiền`,
    kept: { early: "đã xong trước hẹn", "on-time": "đã xong đúng hẹn", late: "đã trễ hẹn" },
    due: "Hẹn trả kết quả",
    currentDue: "Ngày hẹn hiện nay",
    newDue: "Ngày hẹn lại khi xin lỗi",
    dueBeforePause: "Ngày hẹn trước khi tạm dừng",
    result: "Kết quả",
    resultOf: (number: string, date: string) => `số ${number} ngày ${date}`,
    verdict: "Đúng hẹn hay trễ?",
    noDue: "Không hẹn ngày",
  },
  verdict: {
    early: (days: number) => (days === 0 ? "Xong trước hẹn" : `Xong trước hẹn ${days} ngày làm việc`),
    "on-time": "Xong đúng hẹn",
    late: (days: number) => (days === 0 ? "Xong trễ hẹn" : `Xong trễ hẹn ${days} ngày làm việc`),
    missedBefore: "Tính là trễ vì đã lỡ một ngày hẹn trước đó",
    lateBySupplements: "Tính là trễ vì cơ quan yêu cầu bổ sung hơn một lần (Quyết định 766/QĐ-TTg)",
  },
  story: {
    title: "Diễn biến",
    registered: (unit: string) => `${unit} ghi nhận hồ sơ`,
    received: (unit: string) => `${unit} đã tiếp nhận hồ sơ`,
    dueSet: (due: string) => `Hẹn trả kết quả ${due}.`,
    accepted: (unit: string) => `${unit} đã tiếp nhận hồ sơ`,
    acceptedLate: (since: string) => `Tiếp nhận muộn: phải tiếp nhận trước ${since}.`,
    supplementAllowed: (unit: string) =>
      `Lãnh đạo ${unit} cho phép yêu cầu bổ sung giấy tờ ngoài số lần hoặc thời gian của luật`,
    supplementBeyond: "Yêu cầu này ngoài quy định chung, do lãnh đạo cơ quan giải quyết cho phép.",
    silent: (number: string) =>
      `Hết hạn mà cơ quan không trả lời; kết quả số ${number} có hiệu lực theo luật`,
    silentBasis: (basis: string, since: string) => `Căn cứ ${basis}; có hiệu lực từ ${since}.`,
    groupFailed: "Một hồ sơ của nhóm không đi đến kết quả",
    groupDecided: (unit: string) => `${unit} quyết định về các hồ sơ còn lại của nhóm`,
    groupCompleted: "Cả nhóm hồ sơ đã xong",
    apologisedLate: (day: string) => `Xin lỗi muộn: phải báo chậm nhất ngày ${day}.`,
    refused: (unit: string) => `${unit} không tiếp nhận hồ sơ`,
    passedOn: (from: string, to: string, why: string) => `${from} chuyển hồ sơ đến ${to} ${why}`,
    passedInside: (unit: string, why: string) => `${unit} chuyển sang bước sau ${why}`,
    sentBack: (from: string, to: string) =>
      from === to ? `${from} xem lại bước trước` : `${from} chuyển trả hồ sơ để ${to} xem lại`,
    opinionAsked: (unit: string, other: string) => `${unit} lấy ý kiến ${other}`,
    opinionDue: (due: string) => `Phải trả lời trước ${due}; thời hạn của hồ sơ vẫn chạy.`,
    opinionConsent: (basis: string) => `Quá hạn mà không trả lời thì coi như đồng ý, theo ${basis}.`,
    silentConsent: "Hết hạn lấy ý kiến mà không có trả lời: coi như đồng ý, hồ sơ đi tiếp",
    silentOpinion: "Hết hạn lấy ý kiến mà không có trả lời: hồ sơ đi tiếp",
    alsoTo: (unit: string, why: string) => `Đồng thời chuyển đến ${unit} ${why}.`,
    waitEnded: (unit: string, number: string, date: string) =>
      `${unit} đã nhận kết quả chờ: văn bản số ${number} ngày ${date}`,
    secondSet: (due: string) => `Hẹn trả kết quả lần 2: ${due}.`,
    opinionGiven: (unit: string) => `${unit} đã trả lời ý kiến`,
    supplementRequested: (unit: string) => `${unit} yêu cầu bổ sung giấy tờ`,
    paused: "Thời hạn tạm dừng từ lúc này.",
    supplementCompleted: (unit: string) => `${unit} đã nhận đủ giấy tờ bổ sung`,
    newDueSet: (due: string) => `Thời hạn tính lại, hẹn trả kết quả ${due}.`,
    supplementLapsed: (unit: string) => `Quá hạn bổ sung, ${unit} không tiếp nhận hồ sơ`,
    dutyNoted: (unit: string, name: string, amount: string) =>
      `${unit} thông báo phải nộp ${name}: ${amount}`,
    dutyPaid: (unit: string) => `${unit} đã nhận chứng từ nộp tiền`,
    goesOn: (due: string) => `Thời hạn chạy tiếp, hẹn trả kết quả ${due}.`,
    withdrawn: (who: string) => `Hồ sơ được rút theo yêu cầu của ${who}`,
    stopped: (unit: string) => `${unit} dừng giải quyết hồ sơ`,
    procedureChanged: (unit: string, name: string) => `${unit} chuyển hồ sơ sang đúng thủ tục: ${name}`,
    remeasured: (due: string) => `Thời hạn vẫn tính từ ngày nộp đầu tiên, hẹn trả ${due}.`,
    drafted: (unit: string) => `${unit} đã soạn dự thảo kết quả`,
    approved: (unit: string) => `Lãnh đạo ${unit} đã ký duyệt kết quả`,
    issued: (unit: string, number: string) => `${unit} ban hành kết quả số ${number}`,
    issuedRefusal: (unit: string, number: string) => `${unit} ban hành văn bản từ chối số ${number}`,
    recalled: (unit: string) => `${unit} thu hồi kết quả để sửa; ngày hẹn giữ nguyên`,
    apologised: (unit: string, due: string) => `${unit} xin lỗi và hẹn lại: ${due}`,
    urged: "Lãnh đạo đã đôn đốc giải quyết hồ sơ",
    handedToSuccessor: (from: string, to: string) =>
      `${from} được sắp xếp lại; ${to} tiếp tục giải quyết hồ sơ`,
    handedNote: (decision: string) =>
      `Theo ${decision}. Mã hồ sơ và ngày hẹn giữ nguyên, bà/ông không phải nộp lại gì.`,
    recomputed: (from: string, to: string) => `Ngày hẹn được tính lại: từ ${from} thành ${to}`,
    acceptanceRecomputed: (from: string, to: string) => `Hạn tiếp nhận được tính lại: từ ${from} thành ${to}`,
    calendarChanged: (what: string) => `Lịch làm việc thay đổi. ${what}.`,
    stillPaused: "Thời hạn vẫn đang tạm dừng.",
    handedOver: {
      counter: (unit: string) => `${unit} đã trả kết quả tại quầy`,
      post: (unit: string) => `${unit} đã gửi kết quả qua bưu chính`,
      electronic: (unit: string) => `${unit} đã gửi kết quả bản điện tử`,
    },
    rated: (who: string) => `${capital(who)} đã đánh giá`,
    since: (moment: string) => `từ ${moment}`,
    receipt: "Giấy tiếp nhận và hẹn trả kết quả (PDF)",
    why: "Vì sao hẹn ngày này?",
  },
  next: {
    accept: (desk: string) => `${desk} tiếp nhận hồ sơ, hẹn ngày trả`,
    decide: (unit: string) => `${unit} thẩm định, giải quyết`,
    sign: "Lãnh đạo ký, ban hành kết quả",
    giveBack: (desk: string) => `Trả kết quả tại ${desk}`,
    giveBackByPost: "Gửi kết quả qua bưu chính công ích",
    giveBackElectronically: "Gửi kết quả bản điện tử",
    dueAt: (due: string) => `hẹn ${due}`,
  },
  keepLink: "Trang này mở lại được bằng mã QR trên giấy tiếp nhận. Xin giữ kín mã tra cứu.",
};

export type TrackMessages = typeof vi;

/** "A", "A và B", "A, B và C". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} và ${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
