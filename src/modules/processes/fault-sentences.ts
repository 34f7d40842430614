import type { Lang } from "../../kernel/time.ts";
import type { DraftStep } from "./domain/process.ts";
import type { ProcessFault } from "./domain/process-faults.ts";
import { budgetText, stepName } from "./texts.ts";

/** What a fault says, with the name of its step and its figures. */
export function faultSentence(fault: ProcessFault, steps: readonly DraftStep[], lang: Lang): string {
  const step = "step" in fault ? named(fault.step, steps, lang) : "";
  const say = lang === "vi" ? VI : EN;
  switch (fault.fault) {
    case "unknown-target":
    case "branch-entered":
      return say[fault.fault](step, named(fault.target, steps, lang));
    case "condition-misfit":
      return say[fault.fault](step, fault.fact);
    case "subprocess-unknown":
    case "subprocess-recursive":
      return say[fault.fault](step, fault.code);
    case "over-limit":
      return say[fault.fault](budgetText(fault.minutes, lang), budgetText(fault.limitMinutes, lang));
    case "over-appointment":
      return say[fault.fault](
        budgetText(fault.minutes, lang),
        budgetText(fault.limitMinutes, lang),
        fault.part,
      );
    default:
      return say[fault.fault](step, "");
  }
}

function named(id: string, steps: readonly DraftStep[], lang: Lang): string {
  if (id === "") return lang === "vi" ? "(chưa chọn)" : "(not chosen)";
  const at = steps.findIndex((step) => step.id === id);
  const step = steps[at];
  return step === undefined ? `“${id}”` : `${at + 1} “${stepName(step, lang)}”`;
}

type Sentences = Readonly<
  Record<
    Exclude<ProcessFault["fault"], "over-limit" | "over-appointment">,
    (step: string, more: string) => string
  >
> & {
  readonly "over-limit": (minutes: string, limit: string) => string;
  readonly "over-appointment": (minutes: string, limit: string, part: 1 | 2) => string;
};

const VI: Sentences = {
  "no-steps": () => "Quy trình chưa có bước nào",
  "return-missing": () =>
    "Quy trình thiếu bước trả kết quả tại Bộ phận Một cửa nơi nhận hồ sơ (NĐ 61/2018, Điều 20)",
  "silence-without-basis": () => "Quy tắc “im lặng là trả lời” thiếu căn cứ pháp lý",
  "appointments-without-payment": () =>
    "Có hẹn lần 1 và hẹn lần 2 nhưng không có bước chờ nộp nghĩa vụ tài chính ở giữa",
  "first-step-not-receive": (step) =>
    `Bước ${step}: bước đầu phải là tiếp nhận tại Bộ phận Một cửa nơi nhận hồ sơ`,
  "step-id-invalid": (step) => `Bước ${step}: mã bước chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối`,
  "step-id-twice": (step) => `Bước ${step}: mã bước trùng với một bước ở trên`,
  "step-without-name": (step) => `Bước ${step}: chưa có tên`,
  "budget-invalid": (step) => `Bước ${step}: thời gian phải là số phút nguyên, không âm`,
  "step-without-budget": (step) => `Bước ${step}: bước tính vào thời hạn phải có thời gian lớn hơn 0`,
  "silence-without-opinion": (step) => `Bước ${step}: chỉ bước lấy ý kiến mới có quy tắc “quá hạn là đồng ý”`,
  "post-not-in-unit": (step) =>
    `Bước ${step}: vị trí không có ở đơn vị này (công chức một cửa chỉ làm tại Bộ phận Một cửa)`,
  unreachable: (step) => `Bước ${step}: không có đường nào đi tới`,
  "dead-end": (step) => `Bước ${step}: quy trình dừng ở đây mà chưa trả kết quả`,
  "goes-on-after-return": (step) => `Bước ${step}: sau khi trả kết quả không còn bước nào nữa`,
  loop: (step) =>
    `Bước ${step}: đi vòng trở lại chính nó; trả lại bước trước là thao tác, không phải đường đi`,
  "too-few-branches": (step) => `Bước ${step}: rẽ nhánh nhưng chưa đủ nhánh`,
  "branch-without-join": (step) => `Bước ${step}: nhánh song song kết thúc mà không về điểm hợp`,
  "branches-share-step": (step) => `Bước ${step}: nằm trên hai nhánh song song cùng lúc`,
  "uncounted-in-branch": (step) =>
    `Bước ${step}: thời hạn của hồ sơ không thể dừng riêng cho một nhánh song song`,
  "decision-in-branch": (step) => `Bước ${step}: phê duyệt, phát hành không nằm trong nhánh song song`,
  "return-before-issue": (step) => `Bước ${step}: có đường trả kết quả mà chưa phát hành`,
  "issue-before-approval": (step) => `Bước ${step}: có đường phát hành mà chưa phê duyệt`,
  "subprocess-unnamed": (step) => `Bước ${step}: chưa chọn thủ tục liên thông`,
  "unknown-target": (step, target) => `Bước ${step}: đi tới bước ${target} không có trong quy trình`,
  "branch-entered": (step, target) => `Bước ${step}: đi thẳng vào giữa nhánh song song (bước ${target})`,
  "condition-misfit": (step, fact) =>
    `Bước ${step}: điều kiện về “${fact}” thiếu giá trị hoặc sai kiểu giá trị`,
  "subprocess-unknown": (step, code) => `Bước ${step}: thủ tục ${code} chưa có quy trình đang áp dụng`,
  "subprocess-recursive": (step, code) => `Bước ${step}: quy trình của thủ tục ${code} lại chứa chính nó`,
  "over-limit": (minutes, limit) => `Đường dài nhất mất ${minutes}, vượt thời hạn giải quyết ${limit}`,
  "over-appointment": (minutes, limit, part) => `Phần hẹn lần ${part} mất ${minutes}, vượt ${limit}`,
};

const EN: Sentences = {
  "no-steps": () => "The process has no steps",
  "return-missing": () => "The process has no return at the receiving desk",
  "silence-without-basis": () => "The rule of silence has no legal basis",
  "appointments-without-payment": () =>
    "There are two appointments but no step that waits for the payment between them",
  "first-step-not-receive": (step) => `Step ${step}: the first step must be receiving at the desk`,
  "step-id-invalid": (step) =>
    `Step ${step}: a code has small letters without marks, digits, dots and hyphens`,
  "step-id-twice": (step) => `Step ${step}: another step above has this code`,
  "step-without-name": (step) => `Step ${step}: it has no name`,
  "budget-invalid": (step) => `Step ${step}: its time must be whole minutes, not below zero`,
  "step-without-budget": (step) => `Step ${step}: a step that counts needs time of its own`,
  "silence-without-opinion": (step) => `Step ${step}: only an opinion can be given by silence`,
  "post-not-in-unit": (step) => `Step ${step}: this unit has no such post (desk officers work at desks)`,
  unreachable: (step) => `Step ${step}: no way leads to it`,
  "dead-end": (step) => `Step ${step}: the process ends here without a return`,
  "goes-on-after-return": (step) => `Step ${step}: nothing may follow the return`,
  loop: (step) => `Step ${step}: it leads back to itself; sending back is an action, not a way`,
  "too-few-branches": (step) => `Step ${step}: it branches, but into too few branches`,
  "branch-without-join": (step) => `Step ${step}: a parallel branch ends without its join`,
  "branches-share-step": (step) => `Step ${step}: it lies on two parallel branches`,
  "uncounted-in-branch": (step) =>
    `Step ${step}: the clock of a case cannot stand still for one branch alone`,
  "decision-in-branch": (step) => `Step ${step}: approval and issue cannot lie in a parallel branch`,
  "return-before-issue": (step) => `Step ${step}: on some way the result is returned before it is issued`,
  "issue-before-approval": (step) => `Step ${step}: on some way the result is issued before it is approved`,
  "subprocess-unnamed": (step) => `Step ${step}: no procedure was chosen`,
  "unknown-target": (step, target) => `Step ${step}: it leads to step ${target}, which is not there`,
  "branch-entered": (step, target) =>
    `Step ${step}: it leads into the middle of a parallel branch (step ${target})`,
  "condition-misfit": (step, fact) =>
    `Step ${step}: the condition on “${fact}” has no value or one of the wrong kind`,
  "subprocess-unknown": (step, code) => `Step ${step}: procedure ${code} has no process in force`,
  "subprocess-recursive": (step, code) => `Step ${step}: the process of procedure ${code} contains itself`,
  "over-limit": (minutes, limit) => `The longest way takes ${minutes}, more than the limit of ${limit}`,
  "over-appointment": (minutes, limit, part) => `Appointment ${part} takes ${minutes}, more than ${limit}`,
};
