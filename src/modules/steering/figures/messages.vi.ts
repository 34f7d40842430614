import type { HonestVerdict } from "../domain/verdicts.ts";
import type { Period } from "./province-figures.ts";

/** The words of the public figures; Vietnamese is the source. */
export const vi = {
  title: "Đúng hẹn hay trễ: số liệu công khai",
  lead: "Hai cách tính đặt cạnh nhau: công thức chính thức của Bộ chỉ số 766 và cách tính theo lời hẹn với người dân.",
  asOf: (moment: string) => `Số liệu toàn tỉnh lúc ${moment}`,
  caption: "Tỷ lệ đúng hạn theo hai cách tính",
  period: "Kỳ",
  periods: { today: "Hôm nay", month: "Tháng này", year: "Năm nay" } satisfies Record<Period, string>,
  official: "Công thức 766",
  honest: "Đúng lời hẹn",
  difference: "Chênh lệch",
  points: (points: string) => `${points} điểm`,
  base: (count: string) => `trên ${count} hồ sơ`,
  none: "chưa có",
  classesTitle: "Hồ sơ thực sự ra sao",
  class: "Kết quả",
  classes: {
    early: "Xong trước hẹn",
    "on-time": "Xong đúng hẹn",
    late: "Trễ hẹn",
    "re-dated": "Phải xin lỗi, hẹn lại",
    "accepted-late": "Nộp trực tuyến, tiếp nhận muộn",
    "many-supplements": "Yêu cầu bổ sung hơn một lần",
    withdrawn: "Người nộp rút hồ sơ",
    stopped: "Dừng, không tiếp nhận sau khi đã nhận",
    running: "Đang giải quyết, còn hạn hoặc tạm dừng",
    "no-date": "Thủ tục không hẹn ngày",
  } satisfies Record<HonestVerdict, string>,
  coveredTitle: "Vì sao hai số khác nhau",
  coveredLead:
    "Công thức 766 gọi là đúng hạn cả những hồ sơ sau đây, mà người dân chưa nhận được kết quả đúng ngày hẹn đầu:",
  covered: (name: string, today: string, month: string, year: string) =>
    `${name}: hôm nay ${today}, tháng này ${month}, năm nay ${year}`,
  coveredNone: "Không có hồ sơ nào như vậy trong năm nay.",
  unacceptedTitle: "Nộp trực tuyến mà không được tiếp nhận đúng giờ",
  unacceptedLead:
    "Hồ sơ nộp trực tuyến phải được trả lời trong 8 giờ làm việc. Hồ sơ chưa tiếp nhận thì chưa có ngày hẹn, nên không nằm trong hai tỷ lệ; số lượng nêu riêng ở đây.",
  unacceptedWaiting: (count: string) => `Đang chờ quá 8 giờ làm việc: ${count} hồ sơ`,
  unacceptedRefused: ([today = "", month = "", year = ""]: readonly string[]) =>
    `Bị từ chối sau khi đã quá 8 giờ: hôm nay ${today}, tháng này ${month}, năm nay ${year}`,
  methodTitle: "Cách tính",
  method: [
    "Công thức 766 (Quyết định 766/QĐ-TTg): đúng hạn khi thời gian kết thúc xử lý, trừ thời gian chờ bổ sung, không sau ngày hẹn trả đang có hiệu lực, kể cả ngày hẹn lại. Kết thúc là lúc xử lý xong, nếu không có thì lúc trả kết quả, nếu không có thì lúc dừng, từ chối hoặc rút hồ sơ đã tiếp nhận. Ngày hẹn đã tính lại sau bổ sung thì đã gồm thời gian chờ nên không trừ nữa. Hồ sơ chờ bổ sung lấy lúc yêu cầu bổ sung; yêu cầu bổ sung hơn một lần hoặc sau ngày hẹn tính quá hạn. Hồ sơ đang mở so với cuối kỳ, ở đây là lúc này.",
    "Đúng lời hẹn: chỉ hồ sơ có kết quả không sau ngày hẹn theo luật mới tính là đúng; ngày hẹn lại sau khi xin lỗi không xóa được trễ hẹn. Tỷ lệ = (trước hẹn + đúng hẹn) / (trước hẹn + đúng hẹn + trễ hẹn + hẹn lại + tiếp nhận muộn + bổ sung hơn một lần). Hồ sơ nộp trực tuyến được tiếp nhận sau tám giờ làm việc có ngày hẹn bắt đầu muộn, nên không tính là giữ lời dù kịp ngày hẹn đó. Hồ sơ rút, dừng và đang giải quyết được nêu riêng, không tính vào tỷ lệ.",
    "Mỗi kỳ gồm hồ sơ kết thúc trong kỳ và mọi hồ sơ đang mở. Thủ tục không hẹn ngày không có trong hai tỷ lệ.",
    "Số liệu tính từ lịch sử thao tác của từng hồ sơ, lịch sử này không sửa được; không có thông tin cá nhân.",
  ],
};

export type FiguresMessages = typeof vi;
