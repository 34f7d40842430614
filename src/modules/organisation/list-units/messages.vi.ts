import type { PostKind } from "../../../platform/permission.ts";

/** Words of the list of units; Vietnamese is the source. */
export const vi = {
  title: "Cơ quan, đơn vị và cán bộ",
  lead: (units: number, officers: number) => `${units} cơ quan, đơn vị; ${officers} cán bộ đang làm việc.`,
  search: "Tìm theo tên, mã cơ quan hoặc tên cán bộ; có dấu hoặc không dấu",
  found: (units: number) => `Tìm thấy ${units} cơ quan, đơn vị`,
  caption: "Danh sách cơ quan, đơn vị",
  unit: "Cơ quan, đơn vị",
  code: "Mã định danh",
  parent: "Trực thuộc",
  desk: "Nơi tiếp nhận",
  staff: "Cán bộ",
  empty: "Không có cơ quan hay cán bộ nào như vậy",
  emptyHint: "Thử ít từ hơn, hoặc gõ không dấu: “xa ayun”, “so xay dung”, “thu ha”.",
  all: "Xem tất cả",
  oldNames: "Tên cũ",
  until: (day: string, now: string) => `đến ${day}, nay là ${now}`,
  oldPlaces: "Địa danh cũ thuộc đơn vị này",
  tookOver: "Kế thừa từ",
  ended: (day: string) => `Đơn vị này kết thúc từ ${day}. Hồ sơ cũ vẫn mang tên đơn vị; nay là:`,
  back: "Cơ quan, đơn vị",
  units: "Đơn vị trực thuộc",
  nobody: "Chưa có ai giữ vị trí ở đây.",
  name: "Họ và tên",
  post: "Vị trí",
  positionTitle: "Chức danh",
  mountain: "Địa bàn miền núi, hải đảo hoặc vùng khó khăn: thủ tục đất đai thêm 10 ngày làm việc",
  casePrefix: "Đầu mã hồ sơ",
  postKinds: {
    "desk-officer": "Tiếp nhận và trả kết quả",
    specialist: "Chuyên viên",
    "division-head": "Lãnh đạo phòng",
    leader: "Lãnh đạo cơ quan",
    clerk: "Văn thư",
    "procedure-controller": "Kiểm soát thủ tục hành chính",
    administrator: "Quản trị hệ thống",
  } satisfies Record<PostKind, string>,
};

export type OrganisationMessages = typeof vi;
