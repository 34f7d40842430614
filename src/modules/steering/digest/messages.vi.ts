/** The words of the daily digest; Vietnamese is the source. */
export const vi = {
  title: "Tóm tắt trong ngày",
  lead: (unit: string, date: string) => `${unit}, ngày ${date}`,
  unitsLabel: "Đơn vị",
  dayTitle: (date: string) => `Ngày làm việc trước, ${date}`,
  received: "Tiếp nhận",
  finished: "Có kết quả",
  finishedLate: "Trong đó trễ hẹn",
  stepsDone: "Bước đã làm xong",
  lateNow: "Đang quá hạn lúc này",
  dueToday: (date: string) => `Hạn hôm nay, ${date}`,
  dueTomorrow: (date: string) => `Hạn ngày làm việc tới, ${date}`,
  urged: "Đã đôn đốc, chưa trả lời",
  opinions: "Ý kiến chưa trả lời",
  apologies: "Phiếu xin lỗi chờ ký",
  sign: "Đến trang ký phiếu",
  nothing: "Không có.",
  more: "Còn nữa, xem trong danh sách việc.",
  case: "Hồ sơ",
  where: "Đang ở",
  nobody: "chưa ai nhận",
  due: "Hạn",
  since: "Từ lúc",
  proposed: "Đề xuất hẹn lại",
};

export type DigestMessages = typeof vi;
