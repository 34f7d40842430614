import type { PostKind } from "../../../platform/permission.ts";

/** Words of the workload of a unit and of sharing it; Vietnamese is the source. */
export const vi = {
  title: "Tải công việc",
  lead: (unit: string, open: number, free: number) =>
    `${unit}: ${open} việc đang mở, ${free} việc chưa ai nhận.`,
  unit: "Đơn vị",
  show: "Xem",
  caption: (post: string) => `Tải của ${post}`,
  officer: "Cán bộ",
  open: "Đang mở",
  late: "Quá hạn bước",
  today: "Đến hạn hôm nay",
  paused: "Tạm dừng",
  left: "Giờ làm còn lại",
  hours: (minutes: number) => `${(Math.round(minutes / 6) / 10).toLocaleString("vi-VN")} giờ`,
  nobody: "Chưa ai nhận",
  gone: "không còn giữ vị trí",
  absent: "đang vắng",
  total: "Cộng",
  share: "Chia việc theo tải",
  automatic: "Việc mới tự chia theo tải mỗi phút",
  manual: "Việc mới nằm ở hàng việc chung",
  turnOn: "Tự động chia việc mới",
  turnOff: "Thôi tự động chia",
  explain:
    "Tải là số phút làm việc còn lại của các bước đang mở, tính theo lịch làm việc; bước quá hạn tính 30 phút, bước không có hạn 240 phút, hồ sơ tạm dừng không tính.",
  empty: "Đơn vị không có việc đang mở và không có ai nhận việc.",
  preview: {
    title: (post: string, unit: string) => `Chia việc theo tải: ${post}, ${unit}`,
    lead: (given: number, officers: number) =>
      `${given} việc chưa ai nhận được chia cho ${officers} người có mặt.`,
    caption: "Ai nhận bao nhiêu",
    given: "Nhận thêm",
    before: "Tải trước",
    after: "Tải sau",
    absent: (names: string) => `Không chia cho người đang vắng: ${names}.`,
    rest: (count: number) => `Còn ${count} việc để lần chia sau.`,
    none: "Không có việc nào để chia",
    noneHint: "Mọi việc đã có người nhận, hoặc không có ai có mặt.",
    confirm: (count: number) => `Chia ${count} việc`,
    back: "Tải công việc",
    changed: "Hàng việc vừa thay đổi. Đây là cách chia mới; xem lại rồi bấm lần nữa.",
  },
  flash: {
    shared: (given: number, asked: number) =>
      given === asked
        ? `Đã chia ${given} việc.`
        : `Đã chia ${given} việc; ${asked - given} việc vừa có người nhận.`,
    on: "Việc mới sẽ tự chia theo tải.",
    off: "Việc mới nằm ở hàng việc chung.",
  },
  posts: {
    "desk-officer": "Tiếp nhận và trả kết quả",
    specialist: "Chuyên viên",
    "division-head": "Lãnh đạo phòng",
    leader: "Lãnh đạo cơ quan",
    clerk: "Văn thư",
    "procedure-controller": "Kiểm soát thủ tục hành chính",
    administrator: "Quản trị hệ thống",
  } satisfies Record<PostKind, string>,
};

export type WorkloadMessages = typeof vi;
