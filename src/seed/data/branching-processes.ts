import type { ProcessDefinition, ProcessStep } from "../../modules/processes/index.ts";
import { processTemplates, type TemplateStep } from "./process-templates.ts";

type Own = Pick<ProcessDefinition, "steps" | "terms">;

/**
 * Land procedures whose processes are more than a row of steps. That their budgets are exact on every way through them is
 * tested. The limits are those of Gia Lai; how the time is shared out is a proposal that the province changes by publishing
 * its own process.
 */
export const branchingProcesses: ReadonlyMap<string, Own> = new Map<string, Own>([
  ["1.012783", exchangeOfCertificate()],
  ["1.115362", landTransfer()],
  ["1.115343", splittingPlot()],
  ["1.115337", changeOfForm()],
  ["1.115373", firstRegistration()],
]);

/** Cấp đổi giấy chứng nhận: the catalogue gives each channel a time of its own, and so has the check of what came by it. */
function exchangeOfCertificate(): Own {
  const check = (channel: string, minutes: number, way: string, wayEn: string): ProcessStep => ({
    ...of("appraise", minutes),
    id: `check-${channel}`,
    name: `Thẩm định, dự thảo kết quả hồ sơ nộp ${way}`,
    nameEn: `Appraise and draft what came ${wayEn}`,
    then: { kind: "to", step: "review" },
  });
  const came = (channel: string) => ({
    when: { fact: "channel", is: "one-of", values: [channel] } as const,
    to: `check-${channel}`,
  });
  return {
    steps: [
      {
        ...of("receive", 240),
        then: { kind: "choice", branches: [came("online"), came("post")], otherwise: "check-counter" },
      },
      check("counter", 1440, "tại quầy", "over the counter"),
      check("post", 8640, "qua bưu chính", "by post"),
      check("online", 6240, "trực tuyến", "online"),
      of("review", 240),
      of("approve", 240),
      of("issue", 120),
      of("return", 120),
    ],
  };
}

/**
 * Đăng ký biến động: the tax office reckons, the applicant pays; neither counts (points c and d). Two appointments, with the
 * figures of Đồng Tháp (QĐ 138/2025, Điều 5.3: 8 = 5 + 3), as Gia Lai has published none of its own.
 */
function landTransfer(): Own {
  return {
    steps: [
      of("receive", 240),
      of("appraise", 2160, {
        name: "Thẩm tra, lập phiếu chuyển thông tin đến cơ quan thuế",
        nameEn: "Check, draw up the slip for the tax office",
      }),
      {
        id: "tax",
        name: "Cơ quan thuế xác định nghĩa vụ tài chính",
        nameEn: "The tax office settles what is owed",
        unit: "deciding-unit",
        post: "specialist",
        work: "await-outside",
        budgetMinutes: 0,
        uncounted: "tax-office",
      },
      {
        id: "payment",
        name: "Người sử dụng đất nộp thuế, lệ phí trước bạ",
        nameEn: "The applicant pays tax and fee",
        unit: "receiving-desk",
        post: "desk-officer",
        work: "await-payment",
        budgetMinutes: 0,
        uncounted: "financial-duty",
      },
      {
        ...of("appraise", 720),
        id: "update",
        name: "Cập nhật biến động, dự thảo xác nhận trên Giấy chứng nhận",
        nameEn: "Update the land register, draft the entry in the certificate",
        // What was missing had to be found before the applicant paid.
        outcomes: ["draft-result", "ask-opinion"],
      },
      of("approve", 360),
      of("issue", 240),
      of("return", 120),
    ],
    terms: {
      appointments: {
        first: { amount: 5, unit: "working-day" },
        second: { amount: 3, unit: "working-day" },
      },
    },
  };
}

/** Tách thửa, hợp thửa: in mountain communes the plot is surveyed, which does not count (point e), and confirmed on site. */
function splittingPlot(): Own {
  return {
    steps: [
      of("receive", 240),
      {
        ...of("appraise", 1440),
        then: {
          kind: "choice",
          branches: [{ when: { fact: "mountain", is: "one-of", values: [true] }, to: "survey" }],
          otherwise: "check-map",
        },
      },
      {
        id: "survey",
        name: "Trích đo địa chính thửa đất",
        nameEn: "Cadastral survey of the plot",
        unit: "deciding-unit",
        post: "specialist",
        work: "await-outside",
        budgetMinutes: 0,
        uncounted: "survey",
      },
      {
        ...of("appraise", 960),
        id: "field",
        name: "UBND xã xác nhận ranh giới ngoài thực địa",
        nameEn: "The commune confirms the borders on site",
        unit: "commune-of-matter",
        then: { kind: "to", step: "draft" },
      },
      {
        ...of("appraise", 960),
        id: "check-map",
        name: "Đối chiếu bản đồ địa chính",
        nameEn: "Compare with the cadastral map",
        then: { kind: "to", step: "draft" },
      },
      { ...of("appraise", 720), id: "draft", name: "Dự thảo kết quả", nameEn: "Draft the result" },
      of("review", 240),
      of("approve", 240),
      of("issue", 240),
      of("return", 240),
    ],
  };
}

/** Chuyển hình thức giao đất, cho thuê đất: finance and the commune are asked side by side; who is silent agrees. */
function changeOfForm(): Own {
  const opinion = {
    post: "specialist",
    work: "opinion",
    budgetMinutes: 480,
    silence: "consent",
    then: { kind: "to", step: "decide" },
  } as const;
  return {
    steps: [
      of("receive", 120),
      {
        ...of("appraise", 960),
        then: { kind: "parallel", branches: ["finance", "commune", "check"], join: "decide" },
      },
      {
        ...opinion,
        id: "finance",
        name: "Sở Tài chính cho ý kiến về nghĩa vụ tài chính",
        nameEn: "The department of finance gives its opinion",
        unit: "unit:H21.13",
      },
      {
        ...opinion,
        id: "commune",
        name: "UBND xã nơi có đất cho ý kiến",
        nameEn: "The commune of the land gives its opinion",
        unit: "commune-of-matter",
      },
      {
        ...of("appraise", 600),
        id: "check",
        name: "Kiểm tra hồ sơ địa chính, quy hoạch",
        nameEn: "Check the land register and the plan",
        then: { kind: "to", step: "decide" },
      },
      {
        ...of("appraise", 600),
        id: "decide",
        name: "Tổng hợp ý kiến, dự thảo quyết định",
        nameEn: "Bring the opinions together, draft the decision",
      },
      of("review", 240),
      of("approve", 240),
      of("issue", 120),
      of("return", 120),
    ],
  };
}

/** Đăng ký đất đai lần đầu: commune, department, province committee; the public posting does not count (point g). */
function firstRegistration(): Own {
  const committee = { unit: "unit-above" } as const;
  return {
    steps: [
      of("receive", 240),
      {
        ...of("appraise", 2880),
        id: "commune-check",
        name: "UBND xã xác nhận hiện trạng, nguồn gốc sử dụng đất",
        nameEn: "The commune confirms use and origin of the land",
        unit: "commune-of-matter",
      },
      {
        id: "posting",
        name: "Niêm yết công khai tại xã",
        nameEn: "Public posting in the commune",
        unit: "commune-of-matter",
        post: "specialist",
        work: "await-outside",
        budgetMinutes: 0,
        uncounted: "violation-or-publication",
      },
      of("appraise", 3600),
      {
        ...of("approve", 480),
        id: "submit",
        name: "Lãnh đạo sở ký tờ trình UBND tỉnh",
        nameEn: "Department leader signs the submission",
      },
      {
        ...of("appraise", 960),
        ...committee,
        id: "committee-appraise",
        name: "Chuyên viên Văn phòng UBND tỉnh thẩm tra, trình ký",
        nameEn: "Specialist of the committee checks and submits",
      },
      {
        ...of("approve", 720),
        ...committee,
        id: "committee-sign",
        name: "Lãnh đạo UBND tỉnh ký",
        nameEn: "Leader of the committee signs",
      },
      { ...of("issue", 480), ...committee },
      of("return", 240),
    ],
  };
}

/** A step as the ordinary processes have it, with minutes of its own. */
function of(id: string, budgetMinutes: number, words: Partial<ProcessStep> = {}): ProcessStep {
  const found: TemplateStep | undefined = processTemplates.department.steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`no ordinary process has a step ${id}`);
  const { share: _, capMinutes: __, ...step } = found;
  return { ...step, ...words, budgetMinutes };
}
