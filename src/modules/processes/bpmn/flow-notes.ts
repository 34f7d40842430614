import { MOST_BRANCHES } from "../edit-process/draft-schema.ts";
import { kindOf } from "./element-words.ts";
import { type Element, nameOf } from "./moddle.ts";
import type { Note } from "./read-condition.ts";

/** What the ways of a file leave open or do not keep, a sentence each. */
export const flowNotes = {
  conditionOfOnlyWay: (from: Element, flow: Element): Note => ({
    vi: `“${nameOf(from)}”: chỉ có một đường ra, điều kiện “${nameOf(flow)}” không dùng`,
    en: `“${nameOf(from)}”: it has one way out, condition “${nameOf(flow)}” is not used`,
  }),
  waysWithoutGateway: (from: Element): Note => ({
    vi: `“${nameOf(from)}”: nhiều đường ra mà không có cổng, hãy xem lại cách rẽ`,
    en: `“${nameOf(from)}”: several ways out without a gateway, look at how it branches`,
  }),
  takenForChoice: (gateway: Element): Note => ({
    vi: `“${nameOf(gateway)}”, ${kindOf(gateway)}: đọc tạm như chọn một đường, hãy xem lại`,
    en: `“${nameOf(gateway)}” (${gateway.$type}): taken for a choice of one way, look at it`,
  }),
  wayToTheEnd: (flow: Element): Note => ({
    vi: `đường “${nameOf(flow)}” đi thẳng tới kết thúc: phải chọn một bước`,
    en: `way “${nameOf(flow)}” leads to the end at once: a step must be chosen`,
  }),
  noDefault: (gateway: Element): Note => ({
    vi: `cổng “${nameOf(gateway)}”: tệp không ghi đường mặc định, phải chọn`,
    en: `gateway “${nameOf(gateway)}”: the file names no default way, it must be chosen`,
  }),
  conditionOfDefault: (gateway: Element): Note => ({
    vi: `cổng “${nameOf(gateway)}”: điều kiện của đường mặc định không dùng`,
    en: `gateway “${nameOf(gateway)}”: the condition of the default way is not used`,
  }),
  tooManyBranches: (gateway: Element): Note => ({
    vi: `“${nameOf(gateway)}”: chỉ giữ ${MOST_BRANCHES} nhánh đầu`,
    en: `“${nameOf(gateway)}”: the first ${MOST_BRANCHES} branches were kept`,
  }),
  noMeeting: (fork: Element): Note => ({
    vi: `“${nameOf(fork)}”: các nhánh không gặp nhau ở bước nào, phải chọn bước hợp`,
    en: `“${nameOf(fork)}”: its branches meet at no step, the join must be chosen`,
  }),
  meetingTaken: (fork: Element, meeting: Element): Note => ({
    vi: `“${nameOf(fork)}”: tệp không có cổng hợp, lấy bước chung gần nhất “${nameOf(meeting)}”, hãy xác nhận`,
    en: `“${nameOf(fork)}”: no gateway joins its branches, the nearest common step “${nameOf(meeting)}” was taken, confirm it`,
  }),
  noFirst: {
    vi: "tệp không ghi bước đầu, hãy xem lại",
    en: "the file names no first step, look at it",
  } satisfies Note,
  severalFirst: {
    vi: "tệp có nhiều bước đầu, lấy bước thứ nhất",
    en: "several first steps, one was taken",
  } satisfies Note,
};
