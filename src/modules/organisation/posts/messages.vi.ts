/** Words of posts that begin and end; Vietnamese is the source. */
export const vi = {
  title: (unit: string) => `Nhân sự: ${unit}`,
  link: "Nhân sự",
  lead: "Giao vị trí, thôi giữ vị trí và vắng mặt. Quyền đi theo vị trí, không theo người.",
  caption: "Ai giữ vị trí nào",
  name: "Họ và tên",
  post: "Vị trí",
  position: "Chức danh",
  doing: "Việc",
  absent: "đang vắng",
  recordAbsence: "Ghi nhận vắng mặt",
  endPost: "Thôi giữ vị trí",
  nobody: "Chưa có ai giữ vị trí ở đây.",
  endings: "Đã thôi giữ vị trí",
  from: "Từ ngày",
  successor: "Người nhận việc",
  commonQueue: "hàng việc chung",
  moved: "Việc đã chuyển",
  movedOf: (moved: number, done: boolean) => (done ? `${moved}, đã xong` : `${moved}, chưa xong`),
  why: "Lý do",
  start: {
    title: "Giao vị trí",
    staffCode: "Số hiệu cán bộ",
    staffCodeHint: "Số trong hồ sơ cán bộ; cùng một số là cùng một người.",
    fullName: "Họ và tên, nếu là người mới",
    fullNameHint: "Chỉ quản trị hệ thống ghi người mới. Tài khoản cấp riêng.",
    kind: "Vị trí",
    position: "Chức danh",
    fromDay: "Từ ngày",
    submit: "Giao vị trí",
  },
  end: {
    title: (name: string, title: string) => `${name} thôi giữ vị trí ${title}`,
    work: (count: number) =>
      count === 0
        ? "Không có việc nào đang giao cho cán bộ này ở vị trí này."
        : `${count} việc đang giao cho cán bộ này ở vị trí này:`,
    more: (count: number) => `… và ${count} việc nữa`,
    becomes: "Việc sẽ đi đâu",
    toSuccessor: "Chọn người nhận việc: tất cả chuyển cho người đó.",
    toQueue: "Không chọn: tất cả về hàng việc chung của vị trí, ai cũng nhận được.",
    acting: (name: string, day: string) =>
      `Đang được giao làm thay ${name} đến hết ${day}: từ ngày thôi giữ vị trí cũng không làm thay nữa, hãy ghi nhận người khác.`,
    access:
      "Từ ngày ấy vị trí không còn mở gì nữa, cả trong phiên đang đăng nhập. Lịch sử hồ sơ giữ nguyên tên.",
    fromDay: "Thôi giữ từ ngày",
    fromDayHint: "Hôm nay: ngay bây giờ.",
    reason: "Lý do",
    decision: "Số quyết định",
    successor: "Người nhận việc",
    nobody: "Không ai: về hàng việc chung",
    submit: "Thôi giữ vị trí",
  },
  flash: {
    started: "Đã giao vị trí.",
    toPlace: (decision: string) =>
      `Đơn vị này sắp bị chia hoặc giải thể theo ${decision}: hãy báo quản trị hệ thống chọn nơi đến cho cán bộ trong kế hoạch.`,
    ended: (day: string) => `Vị trí kết thúc từ ${day}; việc đang mở sẽ được chuyển.`,
  },
  faults: {
    required: "cần điền",
    invalid: "không hợp lệ",
    "too-long": "quá dài",
    "not-a-date": "không phải ngày (dd/mm/yyyy)",
    "not-your-unit": "ông/bà không phụ trách đơn vị này",
    "post-not-yours-to-give": "vị trí này do quản trị hệ thống giao",
    "post-not-held": "cán bộ không giữ vị trí này",
    "post-held-already": "cán bộ đã giữ vị trí này",
    "already-ends": "vị trí này đã có ngày kết thúc sớm hơn hoặc cùng ngày",
    "begins-in-past": "ngày này đã qua; sớm nhất là hôm nay",
    "successor-is-self": "người nhận việc phải là người khác",
    "successor-without-post": "người này không giữ vị trí ấy vào ngày đó",
    "last-holder":
      "đây là người cuối cùng giữ vị trí này, sau ngày đó không còn ai; giao vị trí cho người khác trước, rồi chọn người đó nhận việc",
    "officer-unknown": "không có cán bộ nào có số hiệu này",
    "officer-left": "cán bộ này đã thôi việc",
    "not-permitted": "không được phép",
  } as Readonly<Record<string, string>>,
};

export type PostMessages = typeof vi;
