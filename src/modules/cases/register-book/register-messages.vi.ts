/** The words of the register of cases; papers and downloads are always Vietnamese. */
export const registerVi = {
  title: "Sổ theo dõi hồ sơ",
  lead: "Mẫu 07 điện tử: mọi hồ sơ quầy đã tiếp nhận, theo thứ tự.",
  unit: "Đơn vị tiếp nhận",
  from: "Từ ngày",
  to: "Đến ngày",
  field: "Lĩnh vực",
  allFields: "Tất cả",
  filter: "Xem",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  applicant: "Tổ chức, cá nhân",
  received: "Nhận",
  due: "Hẹn trả",
  returned: "Trả",
  state: "Trạng thái",
  pdf: "In sổ (PDF)",
  csv: "Tải về (CSV)",
  onPage: (count: number): string => `${count} hồ sơ trên trang này`,
  firstPage: "Về trang đầu",
  nothingTitle: "Không có hồ sơ trong khoảng này",
  nothing: "Chọn khoảng ngày rộng hơn hoặc lĩnh vực khác.",
  wrongOrder: "Ngày đến phải bằng hoặc sau ngày từ.",
  tooMany: (most: string): string =>
    `Khoảng này có hơn ${most} hồ sơ. Chọn khoảng ngắn hơn hoặc một lĩnh vực.`,
};

export type RegisterMessages = typeof registerVi;
