import { expect, it } from "vitest";
import { soundKey } from "./sound-key.ts";

it.each([
  ["say dung", "xay dung"],
  ["thuong chu", "thuong tru"],
  ["giay phep", "day phep"],
  ["no dat", "lo dat"],
  ["ky thuat", "ki thuat"],
  ["khai xinh", "khai sinh"],
  ["khia sinh", "khai sinh"],
])("hears %j and %j alike", (one, other) => {
  expect(soundKey(one)).toBe(soundKey(other));
});

it.each([
  ["khai sinh", "khai tu"],
  ["tach thua", "hop thua"],
  ["kho", "co"],
])("hears %j and %j apart", (one, other) => {
  expect(soundKey(one)).not.toBe(soundKey(other));
});
