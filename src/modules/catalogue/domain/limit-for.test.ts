import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import { CHANNELS, channelTimes, limitFor, limitsOf } from "./limit-for.ts";
import type { Channel } from "./procedure.ts";

const days = (amount: number): TimeLimit => ({ amount, unit: "working-day" });
/** 1.012783, Cấp đổi Giấy chứng nhận, as the national catalogue has it. */
const EXCHANGE = { limitByChannel: { direct: days(5), postal: days(20), online: days(15) }, variants: [] };

const limit = fc.integer({ min: 1, max: 9 }).map(days);
const limits = fc.record(
  {
    limit,
    limitByChannel: fc.record({ direct: limit, postal: limit, online: limit }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const procedure = fc.record({
  whole: limits,
  variants: fc.uniqueArray(
    fc.record({ code: fc.constantFrom("a", "b"), of: limits, limit }).map(({ code, of, limit: own }) => ({
      ...of,
      code,
      limit: own,
    })),
    { selector: ({ code }) => code },
  ),
});
const channel = fc.constantFrom<Channel>(...CHANNELS);

describe("the limit of a case", () => {
  it("is that of its channel, of its variant before that of the procedure", () => {
    fc.assert(
      fc.property(
        procedure,
        fc.constantFrom(undefined, "a", "b"),
        channel,
        ({ whole, variants }, code, by) => {
          const variant = variants.find((one) => one.code === code);
          const expected =
            variant === undefined
              ? (whole.limitByChannel?.[by] ?? whole.limit)
              : (variant.limitByChannel?.[by] ?? variant.limit);
          expect(limitFor(limitsOf({ ...whole, variants }, code), by)).toEqual(expected);
        },
      ),
    );
  });

  it("is shown once where all channels have the same, else each that has one with its own", () => {
    fc.assert(
      fc.property(limits, fc.subarray([...CHANNELS], { minLength: 1 }), (of, known) => {
        const shown = channelTimes(of, known);
        const own = CHANNELS.filter((one) => known.includes(one) || of.limitByChannel?.[one] !== undefined);
        for (const one of own) {
          const found = shown.find((time) => time.channel === one || time.channel === undefined);
          expect(found?.limit).toEqual(limitFor(of, one));
        }
        expect(shown.some((time) => time.channel === undefined) ? shown.length : 1).toBe(1);
      }),
    );
  });

  it("of the exchange of a land certificate is 5 days at the counter, 20 by post, 15 online", () => {
    expect(CHANNELS.map((one) => limitFor(limitsOf(EXCHANGE, undefined), one)?.amount)).toEqual([5, 20, 15]);
    expect(channelTimes({ limit: days(3) }, ["direct", "online"])).toEqual([{ limit: days(3) }]);
    expect(channelTimes({}, ["direct"])).toEqual([]);
  });
});
