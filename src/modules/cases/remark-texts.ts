import type { Lang } from "../../kernel/time.ts";
import type { Verdict } from "../../kernel/verdict.ts";
import type { Remark } from "./domain/remarks.ts";

/** How a remark names people, moments and verdicts. Citizens are told no officer. */
export type RemarkNames = {
  officer?(id: number): string;
  moment(instant: number): string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
};

/** A remark as one or two plain sentences. */
export function remarkText(lang: Lang, remark: Remark, names: RemarkNames): string {
  const vi = lang === "vi";
  const who = "by" in remark ? names.officer?.(remark.by) : undefined;
  switch (remark.kind) {
    case "supplement-allowed":
      return vi
        ? `Lãnh đạo${who === undefined ? "" : ` (${who})`} cho phép yêu cầu bổ sung ngoài quy định, ${names.moment(remark.at)}. Lý do: ${remark.reason}`
        : `A leader${who === undefined ? "" : ` (${who})`} allowed asking for papers beyond the rule, ${names.moment(remark.at)}. Reason: ${remark.reason}`;
    case "supplement-beyond":
      return vi
        ? `Đã yêu cầu bổ sung ngoài quy định, lãnh đạo${who === undefined ? "" : ` (${who})`} cho phép ${names.moment(remark.at)}. Lý do: ${remark.reason}`
        : `Papers were asked for beyond the rule; a leader${who === undefined ? "" : ` (${who})`} allowed it ${names.moment(remark.at)}. Reason: ${remark.reason}`;
    case "missed-before":
      return vi
        ? `Đã quá ngày hẹn ${names.moment(remark.dueAt)} khi yêu cầu bổ sung: hồ sơ vẫn tính là trễ hạn dù thời hạn được tính lại.`
        : `The appointment of ${names.moment(remark.dueAt)} had passed when papers were asked for: it counts as late although the time is counted anew.`;
    case "counted-late": {
      const real = remark.real === undefined ? undefined : names.verdicts[remark.real].toLowerCase();
      if (vi)
        return `Theo chỉ số 766: quá hạn, vì yêu cầu bổ sung ${remark.supplements} lần. Theo ngày hẹn: ${real ?? "chưa xong"}.`;
      return `By index 766: late, because papers were asked for ${remark.supplements} times. By the appointment: ${real ?? "not finished"}.`;
    }
    case "acceptance-late":
      return vi
        ? `Tiếp nhận muộn: hồ sơ trực tuyến phải được xem trước ${names.moment(remark.dueAt)}.`
        : `Late acceptance: the online case had to be looked at by ${names.moment(remark.dueAt)}.`;
    case "acceptance-due":
      return vi
        ? `Hồ sơ trực tuyến phải được tiếp nhận, yêu cầu bổ sung hoặc từ chối trước ${names.moment(remark.dueAt)}.`
        : `The online case must be accepted, completed or refused by ${names.moment(remark.dueAt)}.`;
    case "apology-late":
      return vi
        ? "Xin lỗi muộn: phải xin lỗi một ngày làm việc trước ngày hẹn."
        : "Late apology: it is owed one working day before the appointment.";
    case "by-silence":
      return vi
        ? `Kết quả do hết hạn không trả lời, có hiệu lực từ ${names.moment(remark.effectiveAt)}. Căn cứ: ${remark.basis}.`
        : `The result came of silence, in force since ${names.moment(remark.effectiveAt)}. Basis: ${remark.basis}.`;
    case "silence-ahead": {
      const granted = remark.outcome === "granted";
      return vi
        ? `Quá ${names.moment(remark.at)} mà cơ quan không trả lời thì được coi là ${granted ? "đồng ý" : "từ chối"}. Căn cứ: ${remark.basis}.`
        : `Without an answer by ${names.moment(remark.at)} this counts as ${granted ? "granted" : "refused"}. Basis: ${remark.basis}.`;
    }
    case "silence-stopped": {
      const granted = remark.outcome === "granted";
      return vi
        ? `Đã quá ngày hẹn. Luật coi im lặng là ${granted ? "đồng ý" : "từ chối"} (${remark.basis}), nhưng ${granted ? "văn bản từ chối" : "kết quả đồng ý"} đã ký mà chưa phát hành nên kết quả không tự có. Phải phát hành hoặc trả lại để sửa ngay.`
        : `The appointment has passed. By law silence counts as ${granted ? "granted" : "refused"} (${remark.basis}), but a ${granted ? "refusal" : "grant"} is signed and not issued, hence nothing comes of itself. Issue it or send it back now.`;
    }
  }
}
