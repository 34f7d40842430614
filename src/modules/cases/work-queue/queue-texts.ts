import type { Lang } from "../../../kernel/time.ts";
import type { QueueTab } from "./work-queue.query.ts";

type Empty = { readonly title: string; readonly teach: string };

const vi = {
  title: "Việc cần làm",
  lead: (mine: number, late: number): string =>
    late === 0 ? `${mine} việc, không có việc quá hạn` : `${mine} việc, ${late} việc quá hạn`,
  tabsLabel: "Các phần của danh sách việc",
  tabs: {
    mine: "Việc của tôi",
    unit: "Cả đơn vị",
    today: "Hạn hôm nay",
    late: "Quá hạn",
    paused: "Tạm dừng",
  } satisfies Record<QueueTab, string>,
  field: "Lĩnh vực",
  work: "Loại việc",
  anyField: "Mọi lĩnh vực",
  anyWork: "Mọi loại việc",
  filter: "Lọc",
  clearFilter: "Bỏ lọc",
  caption: "Hồ sơ chờ xử lý, gần hạn nhất ở trên",
  code: "Mã hồ sơ",
  applicant: "Người nộp",
  step: "Bước",
  due: "Hạn, trạng thái",
  unassigned: "chưa ai nhận",
  inPlaceOf: (name: string) => `thay ông/bà ${name}`,
  you: "bà/ông",
  stepLate: "trễ bước",
  redated: "đã hẹn lại",
  batchLabel: "Đã chọn:",
  batch: { "pass-on": "Chuyển bước", approve: "Phê duyệt", issue: "Phát hành", assign: "Nhận việc" },
  receive: "Tiếp nhận hồ sơ",
  first: "Về đầu danh sách",
  shown: (count: number): string => `${count} hồ sơ trên trang này`,
  filteredEmpty: {
    title: "Không có hồ sơ khớp bộ lọc",
    teach: "Các phần khác có thể còn việc. Hãy bỏ lọc để xem tất cả.",
  } satisfies Empty,
  empty: {
    mine: {
      title: "Bà/ông không còn việc chờ",
      teach:
        "Khi bước trước chuyển hồ sơ đến vị trí của bà/ông, hồ sơ xuất hiện ở đây, hồ sơ gần hạn nhất ở trên cùng.",
    },
    unit: {
      title: "Đơn vị không có hồ sơ đang xử lý",
      teach: "Mọi hồ sơ đơn vị đang giữ, ai giữ và còn bao lâu, sẽ hiện ở đây.",
    },
    today: {
      title: "Không có hồ sơ đến hạn hôm nay",
      teach: "Hồ sơ phải xong trước khi hết giờ làm việc hôm nay sẽ hiện ở đây.",
    },
    late: {
      title: "Không có hồ sơ quá hạn",
      teach: "Hồ sơ quá hạn hiện ở đây cùng số ngày chậm, chậm nhất ở trên cùng.",
    },
    paused: {
      title: "Không có hồ sơ tạm dừng",
      teach:
        "Hồ sơ chờ người nộp bổ sung giấy tờ hoặc nộp tiền hiện ở đây; trong lúc đó thời hạn không chạy.",
    },
  } satisfies Record<QueueTab, Empty>,
};

export type QueueTexts = typeof vi;

const en: QueueTexts = {
  title: "Work queue",
  lead: (mine, late) => (late === 0 ? `${mine} to do, nothing late` : `${mine} to do, ${late} late`),
  tabsLabel: "Parts of the work queue",
  tabs: {
    mine: "Mine",
    unit: "Whole unit",
    today: "Due today",
    late: "Late",
    paused: "Paused",
  },
  field: "Field",
  work: "Kind of work",
  anyField: "All fields",
  anyWork: "All kinds of work",
  filter: "Filter",
  clearFilter: "Clear the filter",
  caption: "Cases that wait for work, the most urgent first",
  code: "Code",
  applicant: "Applicant",
  step: "Step",
  due: "Due, state",
  unassigned: "nobody yet",
  inPlaceOf: (name) => `in place of ${name}`,
  you: "you",
  stepLate: "step late",
  redated: "new date set",
  batchLabel: "Chosen:",
  batch: { "pass-on": "Pass on", approve: "Approve", issue: "Issue", assign: "Claim" },
  receive: "Receive a case",
  first: "To the beginning",
  shown: (count) => `${count} cases on this page`,
  filteredEmpty: {
    title: "No case fits the filter",
    teach: "Other parts may still hold work. Clear the filter to see everything.",
  },
  empty: {
    mine: {
      title: "Nothing waits for you",
      teach: "When the step before passes a case to your post it appears here, the most urgent first.",
    },
    unit: {
      title: "Your unit holds no open case",
      teach: "Every case your unit holds, who has it and how long it has left, will stand here.",
    },
    today: {
      title: "Nothing is due today",
      teach: "Cases that must be done before the end of today's working hours will stand here.",
    },
    late: {
      title: "Nothing is late",
      teach: "Late cases stand here with how late they are, the latest first.",
    },
    paused: {
      title: "Nothing is paused",
      teach: "Cases that wait for the applicant's papers or payment stand here; their clock does not run.",
    },
  },
};

export function queueTexts(lang: Lang): QueueTexts {
  return lang === "vi" ? vi : en;
}
