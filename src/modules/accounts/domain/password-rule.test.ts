import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordFault } from "./password-rule.ts";

const USERNAME = "an.nv.pleiku";

test("nine signs are too few and ten are enough", () => {
  expect(passwordFault("trầu cau7", USERNAME)).toBe("too-short");
  expect(passwordFault("trầu cau 7", USERNAME)).toBeUndefined();
});

test("a sign outside the basic plane counts once", () => {
  expect(passwordFault("😀".repeat(9), USERNAME)).toBe("too-short");
});

test("more than two hundred signs are refused, since each costs work", () => {
  expect(passwordFault("chè thái nguyên".repeat(14), USERNAME)).toBe("too-long");
});

test("the username is refused however it is written, also inside more", () => {
  for (const password of ["An.NV.Pleiku", "annvpleiku", "an.nv.pleiku2026"])
    expect(passwordFault(password, USERNAME)).toBe("is-username");
});

test("words that guessers try first are refused, also with digits around them or with marks", () => {
  for (const password of [
    "matkhau123",
    "Mật khẩu 2026",
    "password1234",
    "1234567890",
    "aaaaaaaaaa",
    "9876543210",
  ])
    expect(passwordFault(password, USERNAME)).toBe("too-common");
});

test("a common word inside a sentence is fine", () => {
  expect(passwordFault("cô admin uống trà sen", USERNAME)).toBeUndefined();
});

test("every password passes or has exactly one fault, and short ones never pass", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (password) => {
      const fault = passwordFault(password, USERNAME);
      if ([...password].length < 10) expect(fault).toBe("too-short");
    }),
  );
});
