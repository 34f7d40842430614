import { describe, expect, it } from "vitest";
import { SettableClock } from "./platform/clock.ts";
import { remembered } from "./remembered.ts";

describe("a remembered answer", () => {
  it("serves everybody until it is too old", async () => {
    const clock = new SettableClock(1000);
    let asked = 0;
    const ask = remembered(500, clock.read, async () => ++asked);
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    clock.moveTo(1499);
    expect(await ask()).toBe(1);
    clock.moveTo(1500);
    expect(await ask()).toBe(2);
  });

  it("does not keep a failure", async () => {
    let asked = 0;
    const ask = remembered(
      500,
      () => 0,
      async () => {
        asked++;
        if (asked === 1) throw new Error("not now");
        return asked;
      },
    );
    await expect(ask()).rejects.toThrow("not now");
    expect(await ask()).toBe(2);
  });
});
