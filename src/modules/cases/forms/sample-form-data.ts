import { parseIso } from "../../../kernel/time.ts";
import type { FormApplicant, FormHead } from "./form-data.ts";
import type { ReceiptData } from "./mau-01-receipt.ts";

/** For tests: one case, as the counter of Gia Lai might print it. Persons are invented. */
export const SAMPLE_HEAD: FormHead = {
  issuer: {
    superior: "UBND tỉnh Gia Lai",
    desk: "Trung tâm Phục vụ hành chính công tỉnh Gia Lai",
    place: "Gia Lai",
  },
  number: "1208",
  issuedAt: parseIso("2026-10-05T08:31"),
};

export const SAMPLE_APPLICANT: FormApplicant = {
  name: "Nguyễn Thị Hồng Phượng",
  identityNumber: "064195001234",
  address: "Số 15 đường Lê Lợi, tổ dân phố 3, phường Pleiku, tỉnh Gia Lai",
  phone: "0905 123 456",
  email: "phuong@example.vn",
};

export const SAMPLE_CASE = {
  caseCode: "H21.18-261005-0007",
  request: "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
  receivedAt: parseIso("2026-10-05T08:30"),
  appointmentAt: parseIso("2026-10-15T16:30"),
} as const;

export const SAMPLE_RECEIPT: ReceiptData = {
  ...SAMPLE_HEAD,
  ...SAMPLE_CASE,
  applicant: SAMPLE_APPLICANT,
  papers: [
    { name: "Đơn đăng ký biến động đất đai", kind: "original", copies: 1 },
    { name: "Hợp đồng chuyển nhượng quyền sử dụng đất", kind: "copy", copies: 2 },
    { name: "Tờ khai lệ phí trước bạ", kind: "electronic" },
    { name: "Căn cước công dân", kind: "held-by-state" },
  ],
  sets: 1,
  timeLimit: "8 ngày làm việc",
  fee: { amount: 650_000, note: "đã nộp trực tuyến" },
  returnPlace: "Quầy số 4",
  book: { volume: "03/2026", serial: "412" },
  tracking: {
    url: "https://motcua.example.vn/theo-doi/H21.18-261005-0007?ma=7F3K9QWX2MPT",
    secret: "7F3K9QWX2MPT",
  },
  submitter: { name: "Nguyễn Thị Hồng Phượng" },
  receiver: { name: "Rơ Châm H'Lan" },
};
