import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesSearch, numberInWords, searchKey, unmark } from "./vietnamese-text.ts";

const vietnamese = fc.string({
  unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳáạảãấậắặếệớợứựỳỵ ĐẮẶƯỜ\t/-.0123456789"),
});

describe("Vietnamese text", () => {
  it("compares without marks", () => {
    expect(unmark("  Nguyễn \t Văn  ĐỨC ")).toBe("nguyen van duc");
    expect(unmark("Đường Trường Chinh, phường Quy Nhơn")).toBe("duong truong chinh, phuong quy nhon");
    expect(unmark("Nguyễn Thị Ữ".normalize("NFD"))).toBe("nguyen thi u");
    expect(unmark("Nguyễn\u00a0Huệ")).toBe("nguyen hue");
  });

  it("gives the same for composed and decomposed text, and unmarking twice changes nothing", () => {
    fc.assert(
      fc.property(vietnamese, (s) => {
        expect(unmark(s.normalize("NFD"))).toBe(unmark(s.normalize("NFC")));
        expect(unmark(unmark(s))).toBe(unmark(s));
        expect(searchKey(s)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });

  it("finds words by their beginnings", () => {
    expect(searchKey("Số 12/QĐ-UBND")).toBe("so 12 qd ubnd");
    expect(matchesSearch("Cấp lại Giấy chứng nhận do bị mất", "giay chung mat")).toBe(true);
    expect(matchesSearch("Cấp lại Giấy chứng nhận", "hung")).toBe(false);
    expect(matchesSearch("Bất kỳ", " ")).toBe(true);
  });

  it.each([
    [0, "không"],
    [5, "năm"],
    [10, "mười"],
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [105, "một trăm linh năm"],
    [110, "một trăm mười"],
    [1001, "một nghìn không trăm linh một"],
    [20_000, "hai mươi nghìn"],
    [150_000, "một trăm năm mươi nghìn"],
    [1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"],
    [1_000_005, "một triệu không trăm linh năm"],
    [1_001_000, "một triệu không trăm linh một nghìn"],
    [2_000_000_000, "hai tỷ"],
    [1_000_000_000_000, "một nghìn tỷ"],
    [-15, "âm mười lăm"],
  ])("says %d in words", (n, words) => expect(numberInWords(n)).toBe(words));

  it("says different numbers differently", () => {
    const seen = new Set(Array.from({ length: 30_000 }, (_, n) => numberInWords(n)));
    expect(seen.size).toBe(30_000);
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(numberInWords(a) === numberInWords(b)).toBe(a === b);
        expect(numberInWords(a)).not.toMatch(/ {2}|^ | $/);
      }),
    );
    expect(() => numberInWords(1.5)).toThrow(RangeError);
  });
});
