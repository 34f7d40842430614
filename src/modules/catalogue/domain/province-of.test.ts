import { expect, it } from "vitest";
import { provinceOf } from "./province-of.ts";

it.each([
  ["UBND tỉnh Gia Lai", "Gia Lai"],
  ["Tỉnh Gia Lai", "Gia Lai"],
  ["UBND Thành phố Hồ Chí Minh", "Hồ Chí Minh"],
  ["Sở Xây dựng - tỉnh Quảng Ngãi", "Quảng Ngãi"],
  ["Bộ Tư pháp", undefined],
  ["", undefined],
])("of %j is %j", (name, province) => {
  expect(provinceOf(name)).toBe(province);
});
