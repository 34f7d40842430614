import { describe, expect, it } from "vitest";
import { parseCitizenCardQr } from "./citizen-card-qr.ts";
import { maskCitizenNumber, parseBusinessCode, parseCitizenNumber } from "./citizen-number.ts";

const CARD = "064190000123|230456789|RƠ CHÂM H’LAN|05031990|Nữ|Làng Ốp, phường Pleiku, tỉnh Gia Lai|12082021";

describe("a citizen number", () => {
  it("tells province, sex and year of birth", () => {
    expect(parseCitizenNumber("064190000123")).toEqual({
      ok: true,
      value: {
        kind: "citizen",
        number: "064190000123",
        provinceCode: "064",
        gender: "female",
        birthYear: 1990,
      },
    });
    expect(parseCitizenNumber("052 204 000 001")).toMatchObject({
      value: { gender: "male", birthYear: 2004 },
    });
  });

  it("refuses wrong lengths, letters, provinces that do not exist and births to come", () => {
    expect(parseCitizenNumber("06419000012")).toEqual({ ok: false, refusal: "wrong-length" });
    expect(parseCitizenNumber("06419000012X")).toEqual({ ok: false, refusal: "not-digits" });
    expect(parseCitizenNumber("099190000123")).toEqual({ ok: false, refusal: "no-such-province" });
    expect(parseCitizenNumber("064240000123", 2026)).toEqual({ ok: false, refusal: "no-such-year" });
  });

  it("takes births registered abroad by the code of the country", () => {
    expect(parseCitizenNumber("101190000123")).toMatchObject({ ok: true, value: { provinceCode: "101" } });
    expect(parseCitizenNumber("400190000123")).toEqual({ ok: false, refusal: "no-such-province" });
  });

  it("knows births registered abroad by the code of the country", () => {
    expect(parseCitizenNumber("101190000123")).toMatchObject({ ok: true, value: { provinceCode: "101" } });
    expect(parseCitizenNumber("100190000123")).toEqual({ ok: false, refusal: "no-such-province" });
  });

  it("knows the nine digits of the old card and hides numbers but for three digits", () => {
    expect(parseCitizenNumber("230456789")).toMatchObject({ ok: true, value: { kind: "old-card" } });
    expect(maskCitizenNumber("064190000123")).toBe("•••••••••123");
  });
});

describe("a business code", () => {
  it("is checked by its last digit, with or without a branch", () => {
    expect(parseBusinessCode("0100109106")).toEqual({ ok: true, value: { code: "0100109106" } });
    expect(parseBusinessCode("0100109106-001")).toEqual({
      ok: true,
      value: { code: "0100109106", branch: "001" },
    });
    expect(parseBusinessCode("0100109107")).toEqual({ ok: false, refusal: "wrong-check-digit" });
    expect(parseBusinessCode("01001091")).toEqual({ ok: false, refusal: "wrong-length" });
  });
});

describe("the QR text of a citizen card", () => {
  it("gives number, name, birth date, sex, address and day of issue", () => {
    expect(parseCitizenCardQr(CARD)).toEqual({
      ok: true,
      value: {
        number: "064190000123",
        oldNumber: "230456789",
        fullName: "RƠ CHÂM H’LAN",
        birthYear: 1990,
        birthDate: "1990-03-05",
        gender: "female",
        address: "Làng Ốp, phường Pleiku, tỉnh Gia Lai",
        issuedOn: "2021-08-12",
      },
    });
  });

  it("lets later cards carry more fields, and decomposed letters", () => {
    expect(parseCitizenCardQr(`${CARD}|extra|fields`).ok).toBe(true);
    expect(parseCitizenCardQr(CARD.normalize("NFD"))).toEqual(parseCitizenCardQr(CARD));
  });

  it("refuses other texts and cards whose number tells another story", () => {
    expect(parseCitizenCardQr("https://example.vn")).toEqual({ ok: false, refusal: "not-a-citizen-card" });
    expect(parseCitizenCardQr(CARD.replace("|Nữ|", "|Nam|"))).toEqual({
      ok: false,
      refusal: "number-disagrees",
    });
    expect(parseCitizenCardQr(CARD.replace("05031990", "31021990"))).toEqual({
      ok: false,
      refusal: "wrong-birth-date",
    });
  });
});
