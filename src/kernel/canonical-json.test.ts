import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { isUuid, timeOfUuidv7, uuidv7 } from "./ids.ts";

describe("the canonical JSON of a value", () => {
  it("is the same whatever the order of keys, and reads back as the same value", () => {
    const value = fc.dictionary(
      fc.string({ unit: "grapheme" }),
      fc.oneof(fc.integer(), fc.string({ unit: "grapheme" }), fc.boolean()),
    );
    fc.assert(
      fc.property(value, (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual({ ...object });
      }),
    );
  });

  it("refuses what JSON would leave out silently", () => {
    for (const value of [undefined, Number.NaN, { a: undefined }, [undefined], new Date(0), "\ud800"]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});

describe("an id", () => {
  it("is a version 7 UUID that sorts by its moment", () => {
    const random = new Uint8Array(10).fill(255);
    const earlier = uuidv7(1_764_000_000_000, random);
    expect(isUuid(earlier)).toBe(true);
    expect(earlier[14]).toBe("7");
    expect(timeOfUuidv7(earlier)).toBe(1_764_000_000_000);
    expect(uuidv7(1_764_000_000_001, new Uint8Array(10)) > earlier).toBe(true);
  });

  it("is not any text", () => {
    expect(isUuid("H21.118-261123-0001")).toBe(false);
  });
});
