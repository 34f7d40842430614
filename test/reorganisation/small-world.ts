import type { OldWorld } from "./old-world.ts";

/** A province in small with the traps of 2025: a split, two of one name, districts that vanish, one that goes on. */
export const WORLD: OldWorld = {
  districts: [
    { code: "Q1", place: "huyện An Lão" },
    { code: "Q2", place: "huyện Kông Chro" },
  ],
  communes: [
    { code: "Q1.01X", place: "xã An Trung", districtCode: "Q1" },
    { code: "Q1.02X", place: "xã An Nghĩa", districtCode: "Q1" },
    { code: "Q1.03X", place: "xã An Dũng", districtCode: "Q1" },
    { code: "Q2.01X", place: "xã An Trung", districtCode: "Q2" },
    { code: "Q2.02X", place: "xã Chư Krêy", districtCode: "Q2" },
  ],
  unchanged: ["H21.100"],
};
export const VILLAGES = new Map([["Q1.02X", ["thôn Một", "thôn Năm"]]]);
export const DECISION = "Nghị quyết 1/NQ-TEST";
export const CASES = 2_000;
export const NEW_DAY = "2026-12-01";

export const ROWS = [
  "lập;N1;H21;;Ủy ban nhân dân xã An Vinh",
  "lập;N2;H21;;Ủy ban nhân dân xã An Toàn",
  "lập;N3;H21;;Ủy ban nhân dân xã Chư Krey",
  "nhập;Q1.01X;N1",
  "nhập;Q1.03X;N1",
  "chia;Q1.02X;N1;thôn Một, thôn Hai",
  "chia;Q1.02X;N2;phần còn lại",
  "nhập;Q2.01X;N3",
  "nhập;Q2.02X;N3",
  "giải thể;Q1;H21.00",
  "giải thể;Q2;H21.00",
  "vị trí;Q1.02X;N2;Q1.02X-leader",
  "vị trí;Q1.02X;N1",
  "vị trí;Q1.02X.01;N1.01",
  // Whoever led a district leads a commune; everybody else goes to the agency.
  "vị trí;Q1;N1;Q1-leader",
  "vị trí;Q1;H21.00",
  "vị trí;Q1.01;H21.00.01",
  "vị trí;Q2;N3;Q2-leader",
  "vị trí;Q2;H21.00",
  "vị trí;Q2.01;H21.00.01",
].join("\n");
