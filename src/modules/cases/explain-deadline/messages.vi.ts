/** The words of the page that explains a date; Vietnamese is the source. */
export const vi = {
  title: "Vì sao hẹn ngày này?",
  lead: (due: string) => `Hẹn trả kết quả: ${due}.`,
  leadPaused: "Thời hạn đang tạm dừng nên hiện chưa có ngày hẹn. Dưới đây là cách tính đến nay.",
  leadNone: "Thủ tục này không hẹn ngày trả.",
  first: (due: string) => `Ngày hẹn đầu tiên ${due} vẫn giữ nguyên trong hồ sơ.`,
  renewed: (due: string) =>
    `Cơ quan đã xin lỗi và hẹn lại ${due}; đúng hạn hay trễ vẫn xét theo ngày hẹn cũ.`,
  renewedPassed: (named: string, due: string) =>
    `Cơ quan đã xin lỗi và hẹn lại ${named}; từ đó ngày hẹn theo quy định đã được tính lại, muộn hơn ngày ấy: nay hẹn ${due}.`,
  agrees: "Máy vừa tính lại từng ngày theo quy định: khớp với ngày đã hẹn.",
  disagreesTitle: "Ngày đã hẹn khác với ngày tính lại",
  disagrees: (stored: string, again: string) =>
    `Đã hẹn: ${stored}. Tính lại: ${again}. Việc này không được phép xảy ra: xin báo cho cơ quan tiếp nhận.`,
  noDate: "không có",
  counted: {
    started: (moment: string) => `Tính từ lúc tiếp nhận, ${moment}`,
    restarted: (moment: string) => `Tính lại từ đầu khi đủ giấy tờ bổ sung, ${moment}`,
    "re-measured": (moment: string) => `Đổi sang đúng thủ tục, vẫn tính từ lúc nộp đầu tiên, ${moment}`,
    second: (moment: string) => `Hẹn lần 2, tính từ khi có chứng từ đã nộp tiền, ${moment}`,
  },
  appointment: { 1: "hẹn lần 1, ", 2: "hẹn lần 2, " },
  firstAppointment: {
    early: (moment: string, owed: string) =>
      `Hẹn lần 1 (${owed}) kết thúc lúc ${moment} khi phát hành thông báo nộp tiền: trước hẹn.`,
    "on-time": (moment: string, owed: string) =>
      `Hẹn lần 1 (${owed}) kết thúc lúc ${moment} khi phát hành thông báo nộp tiền: đúng hẹn.`,
    late: (moment: string, owed: string) =>
      `Hẹn lần 1 (${owed}) kết thúc lúc ${moment} khi phát hành thông báo nộp tiền: trễ hẹn, và vẫn là trễ dù lần 2 đúng hẹn.`,
  },
  uncounted: (moment: string, reason: string) =>
    `Tạm dừng từ ${moment}: ${reason}. Thời gian này không tính vào thời hạn.`,
  uncountedOther: "chờ kết quả của cơ quan khác",
  sentBy: (number: string, date: string | undefined) =>
    `Văn bản gửi đi: số ${number}${date === undefined ? "" : `, ngày ${date}`}.`,
  cameBy: (number: string, date: string | undefined) =>
    `Văn bản, chứng từ nhận lại: số ${number}${date === undefined ? "" : `, ngày ${date}`}.`,
  basis: (limit: string, rules: string, calendar: string) =>
    `Thời hạn: ${limit}. Quy định: ${rules}. Lịch làm việc: bản ${calendar}.`,
  ofChannel: (channel: string, procedure: string, version: number) =>
    `Đây là thời hạn của hồ sơ nộp theo cách “${channel}”: danh mục thủ tục ${procedure}, bản ${version}, ghi thời hạn riêng cho cách nộp này.`,
  extra: (days: number) => ` cộng ${days} ngày làm việc cho xã miền núi`,
  capped: (limit: string, from: string, due: string, own: string) =>
    `Cả nhóm liên thông phải xong trong ${limit} kể từ ${from}, tức ${due}. Ngày này sớm hơn ${own} của riêng thủ tục, nên hẹn ${due}.`,
  noAppointment: "Thủ tục không có thời hạn nên không hẹn ngày.",
  paused: {
    supplement: (moment: string) =>
      `Tạm dừng từ ${moment}: chờ bổ sung giấy tờ. Những ngày chờ không tính vào thời hạn.`,
    "financial-duty": (moment: string) =>
      `Tạm dừng từ ${moment}: chờ nộp nghĩa vụ tài chính. Những ngày chờ không tính vào thời hạn.`,
  },
  missed: (due: string) => `Lúc đó đã quá ngày hẹn ${due}: hồ sơ vẫn là trễ hẹn dù thời hạn được tính lại.`,
  resumed: (moment: string, left: string, due: string) =>
    `Tính tiếp từ ${moment}: còn lại ${left} như lúc tạm dừng, hẹn ${due}.`,
  recomputed: (moment: string) => `Tính lại vì lịch làm việc thay đổi, ${moment}`,
  recomputedWhy: (what: string, before: string, after: string) =>
    `${what}. Ngày hẹn từ ${before} thành ${after}; ngày cũ vẫn còn trong diễn biến.`,
  redated: (moment: string, owed: string, due: string) =>
    `Lúc ${moment} cơ quan xin lỗi vì không kịp hẹn ${owed} và hẹn lại ${due}.`,
  reopened: (moment: string, due: string) =>
    `Kết quả được thu hồi để sửa lúc ${moment}; ngày hẹn vẫn là ${due}.`,
  ended: (moment: string) => `Thời hạn kết thúc lúc ${moment}.`,
  columns: { date: "Ngày", what: "Tính thế nào" },
  yes: (number: number) => `Ngày thứ ${number}`,
  yesExtra: (number: number) => `Ngày thêm ${number} cho xã miền núi`,
  no: (why: string) => `Không tính: ${why}`,
  weekdays: ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"],
  why: {
    received: {
      started: (clock: string) => `Nhận hồ sơ lúc ${clock}`,
      restarted: (clock: string) => `Nhận đủ giấy tờ bổ sung lúc ${clock}`,
      "re-measured": (clock: string) => `Nhận hồ sơ lúc ${clock}`,
      second: (clock: string) => `Nhận chứng từ nộp tiền lúc ${clock}`,
    },
    "first-day-not-counted": "ngày đầu tiên của thời hạn",
    "cut-off": (clock: string) => `Nhận từ ${clock} trở đi nên tính sang ngày làm việc sau`,
    "answer-day": "Ngày làm việc đầu tiên sau lúc nhận: trả trong ngày này",
    computed: "tính theo luật, chưa có thông báo lịch nghỉ chính thức",
    "weekly-rest": "ngày nghỉ hằng tuần",
    holiday: (name: string) => name,
    fraction: (time: string) => `Phần lẻ của thời hạn: ${time}`,
    hours: (time: string) => `${time} kể từ lúc nhận`,
    "calendar-days": (number: number) => `Cộng ${number} ngày liên tục, kể cả ngày nghỉ`,
    months: (number: number) => `Cộng ${number} tháng`,
    "moved-to-working-day": "Ngày cuối rơi vào ngày nghỉ nên lùi sang ngày làm việc sau",
    "same-day": (clock: string) => `Nhận trước ${clock}: trả trong ngày`,
    due: (clock: string) => `Hẹn trả kết quả lúc ${clock}`,
  },
  daysAndHours: (days: number, hours: number, minutes: number) =>
    `${[
      days === 0 ? "" : `${days} ngày`,
      hours === 0 ? "" : `${hours} giờ`,
      minutes === 0 ? "" : `${minutes} phút`,
    ]
      .filter(Boolean)
      .join(" ")} làm việc`,
  caption: "Từng ngày một",
  back: "Về hồ sơ",
};

export type ExplainMessages = typeof vi;
