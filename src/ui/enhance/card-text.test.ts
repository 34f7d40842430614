import { describe, expect, it } from "vitest";
import { readCard } from "./card-text.ts";

describe("the text of a citizen card", () => {
  it("is read into its facts with dates as people write them", () => {
    expect(
      readCard("037090001234|161234567|Nguyễn Thị Lụa|05031990|Nữ|Xóm 3, xã Yên Khánh, Ninh Bình|12062021"),
    ).toEqual({
      number: "037090001234",
      oldNumber: "161234567",
      name: "Nguyễn Thị Lụa",
      born: "05/03/1990",
      sex: "Nữ",
      address: "Xóm 3, xã Yên Khánh, Ninh Bình",
      issued: "12/06/2021",
    });
  });

  it("may lack the old number and carry parts of newer cards", () => {
    const facts = readCard("037090001234||Trần Văn Tám|01011985|Nam|Phường Hoa Lư|01072024|||\n");
    expect(facts?.oldNumber).toBe("");
    expect(facts?.issued).toBe("01/07/2024");
  });

  it("is not found in a case code, a short number or a half scan", () => {
    expect(readCard("H42.18-250901-0012")).toBeUndefined();
    expect(readCard("161234567||Trần Văn Tám|01011985|Nam|Hoa Lư|01072024")).toBeUndefined();
    expect(readCard("037090001234||Trần Văn Tám|0101")).toBeUndefined();
  });
});
