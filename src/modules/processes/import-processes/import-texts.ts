import type { Lang } from "../../../kernel/time.ts";

/** The words of the page on imported processes; Vietnamese is the source. */
const vi = {
  title: "Quy trình từ quyết định",
  lead: "Đọc các quy trình nội bộ mà một quyết định ban hành, rồi chọn thủ tục cho từng quy trình để soạn tiếp.",
  back: "Quy trình nội bộ",
  decision: "Số quyết định",
  file: "Tệp quy trình (JSON)",
  fileHint: "Mỗi mục gồm điều, cấp, tên thủ tục, thời hạn và bảng các bước (đơn vị, công việc, thời gian).",
  read: "Đọc tệp",
  done: (processes: number, kept: number) => `Đã đọc ${processes} quy trình, ghi ${kept} quy trình.`,
  faults: {
    required: "Phải nhập",
    "too-long": "Dài quá",
    "not-json": "Tệp không phải JSON",
    "not-processes": "Tệp không phải danh sách quy trình (điều, cấp, tên, thời hạn, các bước)",
    "no-such-import": "Không còn quy trình này",
    "no-such-procedure": "Không có thủ tục mã này",
    "draft-open": "Thủ tục này đang có bản soạn",
    invalid: "Chưa đúng",
  } as Record<string, string>,
  process: "Quy trình",
  readColumn: "Đã đọc",
  counts: (steps: number, budgets: number) => `${steps} bước, ${budgets} bước có định mức`,
  noLimit: "Chưa đọc được thời hạn",
  notes: (confirm: number, unread: number) => `${confirm} điều cần xác nhận, ${unread} điều chưa đọc được`,
  withoutSteps: (count: number) => `${count} mục của tệp không có bảng các bước, không thành quy trình`,
  readFrom: "Thủ tục này đã được đọc từ quyết định",
  sound: "Đọc được cả",
  unread: "chưa đọc được",
  confirm: "cần xác nhận",
  step: (step: number) => `Bước ${step}: `,
  procedure: "Mã thủ tục",
  make: "Soạn cho thủ tục này",
  drafted: (code: string) => `Đã soạn cho ${code}`,
  use: "Dùng cho",
  empty: "Chưa có quy trình nào được đọc",
  emptyHint: "Chọn tệp của một quyết định ở trên.",
};

type Texts = typeof vi;

const en: Texts = {
  title: "Processes from decisions",
  lead: "Reads the internal processes of a decision; then a procedure is chosen for each, to go on editing.",
  back: "Internal processes",
  decision: "Number of the decision",
  file: "File of processes (JSON)",
  fileHint: "Each entry has article, level, title, times and a table of steps (unit, work, duration).",
  read: "Read the file",
  done: (processes, kept) => `${processes} processes read, ${kept} written.`,
  faults: {
    required: "Required",
    "too-long": "Too long",
    "not-json": "The file is no JSON",
    "not-processes": "The file is no list of processes (article, level, title, time, steps)",
    "no-such-import": "This process is not there any more",
    "no-such-procedure": "No procedure has this code",
    "draft-open": "This procedure has an open draft",
    invalid: "Not right yet",
  },
  process: "Process",
  readColumn: "Read",
  counts: (steps, budgets) => `${steps} steps, ${budgets} with their budget`,
  noLimit: "No limit could be read",
  notes: (confirm, unread) => `${confirm} to confirm, ${unread} not read`,
  withoutSteps: (count) => `${count} records of the file have no table of steps and became no process`,
  readFrom: "This procedure was read out of a decision",
  sound: "Read whole",
  unread: "not read",
  confirm: "to confirm",
  step: (step) => `Step ${step}: `,
  procedure: "Code of the procedure",
  make: "Draft for this procedure",
  drafted: (code) => `Drafted for ${code}`,
  use: "Use for",
  empty: "No process was read yet",
  emptyHint: "Choose the file of a decision above.",
};

export function importTexts(lang: Lang): Texts {
  return lang === "vi" ? vi : en;
}
