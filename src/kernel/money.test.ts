import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, moneyInWords, parseMoney } from "./money.ts";

describe("money", () => {
  it("is written with dots between thousands", () => {
    expect([formatMoney(1_234_567), formatMoney(0), formatMoney(999), formatMoney(-20_000)]).toEqual([
      "1.234.567 đ",
      "0 đ",
      "999 đ",
      "-20.000 đ",
    ]);
    expect(() => formatMoney(0.5)).toThrow(RangeError);
  });

  it("is read back from what it was written as", () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (n) => {
        for (const text of [formatMoney(n), `${n}`, `${n} đồng`, formatMoney(n).normalize("NFD")])
          expect(parseMoney(text)).toEqual({ ok: true, value: n });
      }),
    );
  });

  it.each(["1,234,567 VND", "1 234 567₫", " 1.234.567 VNĐ "])("reads %s", (text) =>
    expect(parseMoney(text)).toEqual({ ok: true, value: 1_234_567 }),
  );

  it.each(["", "đ", "1.5", "1.2345", "12.34.567", "-5", "1.234,567", "ba đồng", "99999999999999999999"])(
    "refuses %s",
    (text) => expect(parseMoney(text)).toEqual({ ok: false, refusal: "not-money" }),
  );

  it("is said in words on receipts", () => {
    expect(moneyInWords(100_000)).toBe("Một trăm nghìn đồng");
    expect(moneyInWords(8000)).toBe("Tám nghìn đồng");
  });
});
