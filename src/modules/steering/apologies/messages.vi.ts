/** The words of the page of apologies; Vietnamese is the source. */
export const vi = {
  title: "Phiếu xin lỗi chờ ký",
  lead: (open: number, late: number) =>
    open === 0
      ? "Không có hồ sơ nào cần xin lỗi"
      : late === 0
        ? `${open} hồ sơ sắp trễ hẹn`
        : `${open} hồ sơ, trong đó ${late} hồ sơ đã quá hẹn`,
  law: "Chậm nhất một ngày làm việc trước khi hết hạn, cơ quan xin lỗi bằng văn bản, nêu lý do và hẹn lại; mỗi hồ sơ một lần (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9). Ngày hẹn đầu vẫn giữ trong lịch sử; hồ sơ trễ vẫn là trễ.",
  owed: (due: string) => `Hẹn trả ${due}`,
  reason: "Lý do chậm",
  reasonHint: "In trên phiếu gửi người nộp.",
  newDate: "Ngày hẹn mới",
  newDateHint: (date: string) => `Đề xuất ${date}, theo thời gian các bước còn lại`,
  sign: "Ký phiếu xin lỗi",
  openCase: "Mở hồ sơ",
  signed: (code: string) => `Đã xin lỗi và hẹn lại hồ sơ ${code}. Phiếu ở mục “Đã ký gần đây”.`,
  signedElsewhere: (code: string) =>
    `Đã xin lỗi và hẹn lại hồ sơ ${code}. Phiếu in ở cơ quan giải quyết hồ sơ hoặc Bộ phận một cửa.`,
  lapsedTitle: "Trễ hẹn mà không xin lỗi: hồ sơ đã xong, phiếu không ai ký",
  due: "Hẹn trả",
  endedAt: "Đóng phiếu lúc",
  signedTitle: "Đã ký gần đây",
  signedAt: "Ký lúc",
  case: "Hồ sơ",
  paper: "Phiếu",
  print: "In phiếu (Mẫu 04)",
  more: (count: number) => `Đang hiện ${count} hồ sơ gấp nhất; ký xong các hồ sơ này để thấy tiếp.`,
  refused: (code: string | undefined) =>
    code === undefined ? "Chưa ký được phiếu xin lỗi" : `Chưa ký được hồ sơ ${code}`,
  emptyTitle: "Không có phiếu nào chờ ký",
  empty:
    "Một ngày làm việc trước ngày hẹn mà chưa có kết quả, phiếu xin lỗi tự soạn và hiện ở đây; có kết quả kịp thì phiếu tự mất.",
};

export type ApologyMessages = typeof vi;
