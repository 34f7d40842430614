/** The words of the page that puts a case under the right procedure. */
export const changeVi = {
  title: "Chuyển sang đúng thủ tục",
  lead: "Khi tiếp nhận nhầm thủ tục. Việc bắt đầu lại ở quầy, in giấy tiếp nhận mới; thời hạn tính theo thủ tục đúng, kể từ ngày người dân đã nộp.",
  now: "Đang ở thủ tục",
  search: "Tìm thủ tục đúng",
  searchHint: "Tên, mã hoặc lời nói hằng ngày.",
  searchButton: "Tìm",
  choose: "Thủ tục đúng",
  nothing: "Không thấy thủ tục nào. Thử ít chữ hơn hoặc gõ mã.",
  first: "Gõ tên thủ tục đúng ở ô trên để chọn.",
  reason: "Lý do chuyển",
  reasonHint: "Được lưu trong diễn biến của hồ sơ.",
  button: "Chuyển thủ tục và in giấy mới",
  cancel: "Trở lại hồ sơ",
  chooseOne: "Chọn thủ tục đúng.",
};

export type ChangeMessages = typeof changeVi;
