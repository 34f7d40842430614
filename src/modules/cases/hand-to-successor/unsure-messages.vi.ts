/** Words of the cases whose successor a person must look at; Vietnamese is the source. */
export const unsureVi = {
  title: "Hồ sơ cần xem lại nơi giải quyết",
  lead: "Quy tắc không chắc các hồ sơ này thuộc đơn vị kế thừa nào. Hãy chọn đơn vị đúng, hoặc chọn lại đơn vị hiện tại để xác nhận. Lượt xem này được ghi nhật ký.",
  back: "Kế hoạch sắp xếp",
  none: "Không còn hồ sơ nào cần xem lại",
  noneHint: "Mọi hồ sơ đã có đơn vị giải quyết rõ ràng.",
  address: "Địa chỉ người nộp",
  noAddress: "không ghi",
  from: "Trước đây",
  now: "Đang ở",
  why: "Vì sao",
  what: "Phần nào",
  whole: "Thẩm quyền giải quyết hồ sơ",
  step: "Chỉ việc đang chờ ở đơn vị này, như cho ý kiến; đơn vị giải quyết giữ nguyên",
  unit: "Đơn vị kế thừa đúng",
  reason: "Căn cứ",
  send: "Chuyển hoặc xác nhận",
  done: (code: string) => `Đã ghi nhận nơi giải quyết của hồ sơ ${code}.`,
  missing: "Hãy chọn đơn vị và ghi căn cứ.",
  words: {
    "part-unknown": "Đơn vị cũ bị chia, địa chỉ không cho biết thuộc phần nào",
    "residence-unknown": "Địa chỉ không cho biết xã, phường nào",
  },
};

export type UnsureMessages = typeof unsureVi;
