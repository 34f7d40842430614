/** Words of the list of cases that a version of the calendar moved; Vietnamese is the source. */
export const movedVi = {
  title: (version: string) => `Hồ sơ đổi ngày hẹn theo lịch bản ${version}`,
  back: "Lịch làm việc",
  tabs: "Kết quả tính lại",
  code: "Mã hồ sơ",
  unit: "Cơ quan giải quyết",
  before: "Ngày hẹn cũ",
  after: "Ngày hẹn mới",
  effect: "Kết quả",
  acceptance: "hạn tiếp nhận",
  applicant: "Người nộp",
  closed: "Không thuộc đơn vị của ông/bà",
  ownUnits: "Chỉ gồm hồ sơ của đơn vị ông/bà.",
  at: "Tính lại lúc",
  none: "Không có hồ sơ nào",
  effects: {
    moved: "Đổi ngày hẹn",
    "became-late": "Thành trễ hẹn",
    "no-longer-late": "Không còn trễ",
  },
};

export type MovedMessages = typeof movedVi;
