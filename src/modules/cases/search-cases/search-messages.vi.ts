/** The words of the search page. */
export const searchVi = {
  title: "Tìm hồ sơ",
  label: "Mã hồ sơ, số định danh, điện thoại hoặc tên người nộp",
  hint: "Tên gõ không dấu cũng được. Chỉ tìm trong hồ sơ qua đơn vị của bà/ông.",
  button: "Tìm",
  found: (count: number): string => `${count} hồ sơ`,
  more: "Chỉ hiện 50 hồ sơ mới nhất. Gõ thêm để tìm hẹp hơn.",
  code: "Mã hồ sơ",
  applicant: "Người nộp",
  procedure: "Thủ tục",
  state: "Trạng thái",
  received: "Tiếp nhận",
  due: "Hẹn trả",
  holder: "Đang ở",
  nothingTitle: "Không thấy hồ sơ nào",
  nothing: "Kiểm tra lại mã hoặc số. Hồ sơ không đi qua đơn vị của bà/ông thì không hiện ở đây.",
  emptyTitle: "Tìm một hồ sơ",
  empty: "Quét mã vạch trên giấy hẹn, gõ mã hồ sơ, số định danh, số điện thoại, hoặc vài chữ trong tên.",
};

export type SearchMessages = typeof searchVi;
