import { parseMoney } from "../../../kernel/money.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { parseTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import { unmark } from "../../../kernel/vietnamese-text.ts";
import { CHANNELS } from "./limit-for.ts";
import type { OverrideField } from "./local-override.ts";
import type { Channel, Fee, LimitByChannel } from "./procedure.ts";

export type ParseOverrideRefusal =
  | "unclear-time-limit"
  | "unclear-channel-limits"
  | "unclear-mountain-days"
  | "unclear-fees"
  | "unclear-yes-no"
  | "required";

/** Reads what a controller typed for a field into the value that the content holds. */
export function parseOverride(field: OverrideField, text: string): Result<unknown, ParseOverrideRefusal> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return refuse("required");
  switch (field) {
    case "limit": {
      const limit = parseTimeLimit(text);
      return limit.ok ? limit : refuse("unclear-time-limit");
    }
    case "limitByChannel":
      return limitsByChannel(lines);
    case "mountainDays":
      return mountainDaysOf(text);
    case "limitNote":
      return ok(lines.join("\n"));
    case "everydayWords":
      return ok([...new Set(lines)]);
    case "receivable":
      return yesOrNo(text);
    case "fees":
      return feesOf(lines);
  }
}

const CHANNEL_WORDS: Readonly<Record<Channel, RegExp>> = {
  direct: /^(nop )?(truc tiep|tai quay|direct|in person)/,
  postal: /^(nop )?(qua |by )?(buu chinh|post)/,
  online: /^(nop )?(truc tuyen|online)/,
};

/** "Trực tuyến: 15 ngày làm việc", one a line, each channel once; "không" says that all channels have the same time. */
function limitsByChannel(lines: readonly string[]): Result<LimitByChannel, "unclear-channel-limits"> {
  if (lines.length === 1 && /^(khong|no)$/.test(unmark(lines[0] ?? ""))) return ok({});
  const limits = new Map<Channel, TimeLimit>();
  for (const line of lines) {
    const [, name = "", time = ""] = /^([^:]{1,100}):(.+)$/u.exec(line) ?? [];
    const channel = CHANNELS.find((one) => CHANNEL_WORDS[one].test(unmark(name.trim())));
    const limit = parseTimeLimit(time);
    if (channel === undefined || !limit.ok || limits.has(channel)) return refuse("unclear-channel-limits");
    limits.set(channel, limit.value);
  }
  return ok(Object.fromEntries(limits));
}

/** "10" or "10 ngày làm việc"; "0" says that nothing is added. */
function mountainDaysOf(text: string): Result<number, "unclear-mountain-days"> {
  const days = /^(\d{1,2})(?: ngay lam viec| working days?)?$/.exec(unmark(text.trim()))?.[1];
  return days === undefined ? refuse("unclear-mountain-days") : ok(Number(days));
}

function yesOrNo(text: string): Result<boolean, "unclear-yes-no"> {
  const word = unmark(text);
  if (word === "co" || word === "yes") return ok(true);
  return word === "khong" || word === "no" ? ok(false) : refuse("unclear-yes-no");
}

/** "Lệ phí: 50.000 đ (khu vực nông thôn)", one a line; an amount below 1.000 đ is refused as unclear. */
const FEE = /^([^:]{1,200}):\s*([\d.,\s]+)\s*(?:đồng|đ|vnđ|vnd)?\s*(?:\((.+)\))?$/iu;

function feesOf(lines: readonly string[]): Result<readonly Fee[], "unclear-fees"> {
  const fees: Fee[] = [];
  for (const line of lines) {
    const [, name = "", figure = "", note] = FEE.exec(line) ?? [];
    const amount = parseMoney(figure);
    if (name === "" || !amount.ok || (amount.value > 0 && amount.value < 1000)) return refuse("unclear-fees");
    fees.push({ name: name.trim(), amount: amount.value, ...(note === undefined ? {} : { note }) });
  }
  return ok(fees);
}
