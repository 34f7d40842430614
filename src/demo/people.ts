import { BIRTH_PROVINCE_CODES } from "../kernel/citizen-number.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Somebody who comes to the counter; invented. */
export type DemoPerson = {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly address: string;
};

const FAMILIES = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Huỳnh",
  "Võ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hồ",
  "Ngô",
  "Dương",
  "Siu",
  "Rơ Châm",
  "Ksor",
  "Đinh",
];
const MIDDLES = ["Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Kim", "Đức", "Mỹ"];
const GIVEN = [
  "An",
  "Bình",
  "Chi",
  "Dũng",
  "Giang",
  "Hạnh",
  "Hòa",
  "Khánh",
  "Lan",
  "Long",
  "Mai",
  "Nam",
  "Oanh",
  "Phúc",
  "Quyên",
  "Sơn",
  "Thảo",
  "Trung",
  "Uyên",
  "Vy",
  "Xuân",
  "Yến",
];
const PROVINCES = [...BIRTH_PROVINCE_CODES];

/** Invents a person with a well-formed citizen number: most were born in the two old provinces. */
export function inventPerson(random: SeededRandom, place: string): DemoPerson {
  const province = random.chance(0.85) ? random.pick(["064", "052"]) : random.pick(PROVINCES);
  const year = random.between(1950, 2005);
  const century = year < 2000 ? random.between(0, 1) : random.between(2, 3);
  const serial = String(random.between(0, 999_999)).padStart(6, "0");
  return {
    name: `${random.pick(FAMILIES)} ${random.pick(MIDDLES)} ${random.pick(GIVEN)}`,
    number: `${province}${century}${String(year % 100).padStart(2, "0")}${serial}`,
    phone: `09${String(random.between(0, 99_999_999)).padStart(8, "0")}`,
    address: `Số ${random.between(1, 300)}, ${place}, tỉnh Gia Lai`,
  };
}
