/** The words of the notices; Vietnamese is the source. */
export const vi = {
  title: "Nhắc việc",
  lead: (unread: number) => (unread === 0 ? "Không có nhắc việc chưa đọc" : `${unread} nhắc việc chưa đọc`),
  caption: "Nhắc việc, chưa đọc ở trên",
  what: "Nội dung",
  case: "Hồ sơ",
  due: "Hạn của bước",
  at: "Lúc",
  open: "Mở hồ sơ",
  unread: "chưa đọc",
  done: "đã xong",
  noAccess: "Hồ sơ ở đơn vị khác",
  markChosen: "Đánh dấu đã đọc",
  markAll: "Đánh dấu tất cả đã đọc",
  marked: (count: number) => `Đã đánh dấu ${count} nhắc việc.`,
  shown: (count: number) => `${count} nhắc việc trên trang này`,
  emptyTitle: "Chưa có nhắc việc nào",
  empty:
    "Khi một bước dùng hết 50, 80, 100% thời gian, khi lãnh đạo đôn đốc hoặc khi cần phiếu xin lỗi, nhắc việc hiện ở đây, mỗi việc một lần.",
  used: (percent: number, work: string) => `Đã dùng ${percent}% thời gian của bước ${work}`,
  usedUp: (work: string) => `Hết thời gian của bước ${work}`,
  late: (work: string, amount: string) => `Bước ${work} đã trễ hơn ${amount}`,
  urged: (work: string) => `Lãnh đạo đôn đốc bước ${work}: phải trả lời`,
  silence: "Sắp hết hạn: không trả lời thì kết quả tự có hiệu lực theo luật",
  apology: "Cần phiếu xin lỗi và ngày hẹn mới",
  apologyDue: "Đã quá ngày hẹn mà phiếu xin lỗi chưa được ký",
  newDate: "Đã xin lỗi, sắp đến ngày hẹn đang có hiệu lực mà chưa có kết quả",
  newDateDue: "Đã xin lỗi, đã quá ngày hẹn đang có hiệu lực mà chưa có kết quả",
};

export type NoticeMessages = typeof vi;
