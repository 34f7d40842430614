import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFaults } from "./check-plan.ts";
import { type PlanRow, type PlanUnit, planEffect } from "./plan-rows.ts";
import { routerOf } from "./route-case.ts";

const unit = (
  code: string,
  kind: string,
  parentCode: string | undefined,
  name = code,
  level = "commune",
) => ({
  code,
  name,
  kind,
  level,
  parentCode,
});
const commune = (code: string, parent: string, place: string): PlanUnit[] => [
  unit(code, "commune", parent, `Ủy ban nhân dân ${place}`),
  unit(`${code}.01`, "one-stop-centre", code),
];
const WORLD: readonly PlanUnit[] = [
  unit("P", "people-committee", undefined, "Ủy ban nhân dân tỉnh Gia Lai", "province"),
  unit("P.00", "office", "P", "Văn phòng", "province"),
  unit("P.00.01", "one-stop-centre", "P.00", "Trung tâm", "province"),
  unit("D1", "commune", "P", "Ủy ban nhân dân huyện An Lão", "district"),
  unit("D2", "commune", "P", "Ủy ban nhân dân huyện Kông Chro", "district"),
  ...commune("A", "D1", "xã An Trung"),
  ...commune("B", "D1", "xã An Nghĩa"),
  ...commune("C", "D2", "xã An Trung"),
  ...commune("E", "P", "xã Ia O"),
];

type Row = Pick<PlanRow, "op" | "unit"> & Partial<PlanRow>;
const row = (given: Row): PlanRow => ({ to: "", part: "", name: "", ...given });
const faults = (...rows: Row[]) =>
  planFaults(WORLD, rows.map(row)).map((fault) => `${fault.word} ${fault.unit}`);

describe("a plan that does not fit is told why", () => {
  it.each<[string, Row[], string[]]>([
    ["nothing", [], ["nothing-planned "]],
    ["an unknown unit", [{ op: "merge", unit: "X", to: "E" }], ["unit-unknown X"]],
    ["an unknown successor", [{ op: "merge", unit: "A", to: "X" }], ["target-unknown A"]],
    ["no successor", [{ op: "merge", unit: "A" }], ["target-missing A"]],
    ["into itself", [{ op: "merge", unit: "A", to: "A" }], ["into-itself A"]],
    [
      "into one that ends",
      [
        { op: "merge", unit: "A", to: "B" },
        { op: "merge", unit: "B", to: "E" },
      ],
      ["target-ends A"],
    ],
    [
      "the same unit twice",
      [
        { op: "merge", unit: "A", to: "E" },
        { op: "merge", unit: "A", to: "B" },
      ],
      ["unit-twice A"],
    ],
    [
      "ended and renamed",
      [
        { op: "merge", unit: "A", to: "E" },
        { op: "rename", unit: "A", name: "Tên mới" },
      ],
      ["unit-twice A"],
    ],
    ["a code that is there", [{ op: "create", unit: "A", to: "P", name: "Mới" }], ["code-taken A"]],
    ["no name", [{ op: "create", unit: "N", to: "P" }], ["name-missing N"]],
    ["children without a home", [{ op: "dissolve", unit: "D2", to: "P.00" }], ["children-left D2"]],
    ["split into one", [{ op: "split", unit: "A", to: "E", part: "thôn 1" }], ["split-once A"]],
    [
      "two parts to one",
      [
        { op: "split", unit: "A", to: "E", part: "thôn 1" },
        { op: "split", unit: "A", to: "E", part: "thôn 2" },
      ],
      ["part-twice A"],
    ],
    ["below what stands below it", [{ op: "move", unit: "D1", to: "A" }], ["below-itself D1"]],
  ])("%s", (_, rows, expected) => expect(faults(...rows)).toEqual(expected));

  it("who works in a split unit must be placed, at a successor", () => {
    const rows = [
      row({ op: "split", unit: "A", to: "E", part: "thôn 1" }),
      row({ op: "split", unit: "A", to: "B", part: "phần còn lại" }),
    ];
    const posts = [{ unit: "A", staffCode: "an", kind: "leader" }];
    expect(planFaults(WORLD, rows, posts)).toEqual([{ word: "post-not-placed", unit: "A", about: "an" }]);
    expect(planFaults(WORLD, [...rows, row({ op: "post", unit: "A", to: "C", part: "an" })], posts)).toEqual([
      { word: "post-target-wrong", unit: "A", about: "C" },
    ]);
    expect(planFaults(WORLD, [...rows, row({ op: "post", unit: "A", to: "E" })], posts)).toEqual([]);
  });

  it("who works in a dissolved unit must be placed, its leaders by name; a merger says it by itself", () => {
    const dissolved = row({ op: "dissolve", unit: "E", to: "P.00" });
    const posts = ["leader", "clerk"].map((kind) => ({ unit: "E", staffCode: `${kind}-1`, kind }));
    const open = (...rows: Row[]) =>
      planFaults(WORLD, [dissolved, ...rows.map(row)], posts).map(({ word, about }) => `${word} ${about}`);
    const everybody = { op: "post", unit: "E", to: "P.00" } as const;
    expect(open()).toEqual(["post-not-placed leader-1", "post-not-placed clerk-1"]);
    expect(open(everybody)).toEqual(["post-not-placed leader-1"]);
    expect(open(everybody, { op: "post", unit: "E", to: "A", part: "leader-1" })).toEqual([]);
    expect(planFaults(WORLD, [row({ op: "merge", unit: "E", to: "A" })], posts)).toEqual([]);
    const up = [row({ op: "merge", unit: "E", to: "P.00" })];
    const fault = { word: "post-not-placed", unit: "E", about: "leader-1" };
    expect(planFaults(WORLD, up, posts)).toEqual([fault]);
    expect(planFaults(WORLD, [...up, row({ ...everybody, part: "leader-1" })], posts)).toEqual([]);
  });

  it("two plans that meet are refused with the decision of the other", () => {
    const other = { decision: "12/NQ", rows: [row({ op: "merge", unit: "E", to: "B" })] };
    const own = [row({ op: "merge", unit: "A", to: "E" })];
    expect(planFaults(WORLD, own, [], [other])).toEqual([
      { word: "unit-in-other-plan", unit: "E", about: "12/NQ" },
    ]);
    expect(planFaults(WORLD, [row({ op: "rename", unit: "C", name: "Khác" })], [], [other])).toEqual([]);
  });
});

const ALL = [
  row({ op: "create", unit: "N1", to: "P", name: "Ủy ban nhân dân xã An Vinh" }),
  row({ op: "create", unit: "N2", to: "P", name: "Ủy ban nhân dân xã Chư Krey" }),
  row({ op: "merge", unit: "A", to: "N1" }),
  row({ op: "split", unit: "B", to: "N1", part: "thôn Một, làng Kon Lót" }),
  row({ op: "split", unit: "B", to: "N2", part: "phần còn lại" }),
  row({ op: "merge", unit: "C", to: "N2" }),
  row({ op: "dissolve", unit: "D1", to: "P.00" }),
  row({ op: "dissolve", unit: "D2", to: "P.00" }),
];

it("a part that is worded with “và” names each of its villages", () => {
  const split = [
    row({ op: "split", unit: "B", to: "A", part: "thôn Một và thôn Hai" }),
    row({ op: "split", unit: "B", to: "E", part: "thôn Ba  và thôn Bốn" }),
  ];
  const route = routerOf(WORLD, WORLD, planEffect(WORLD, split).endings);
  expect(route("B", "thôn Hai, xã An Nghĩa")).toEqual({ to: "A" });
  expect(route("B", "thôn Bốn, xã An Nghĩa")).toEqual({ to: "E" });
});

describe("a case follows", () => {
  const effect = planEffect(WORLD, ALL);
  const ended = new Set(effect.endings.map((ending) => ending.unit));
  const after = [...WORLD.filter(({ code }) => !ended.has(code)), ...effect.created];
  const route = routerOf(WORLD, after, effect.endings);

  it("the communes are created with their desks, and the old desks go the way of their communes", () => {
    expect(effect.created.map(({ code }) => code)).toEqual(["N1", "N2", "N1.01", "N2.01"]);
    expect(route("A.01", "xã An Trung")).toEqual({ to: "N1.01" });
    expect(route("B.01", "làng Kon Lót, xã An Nghĩa")).toEqual({ to: "N1.01" });
    expect(planFaults(WORLD, ALL)).toEqual([]);
  });

  it.each([
    ["A", "ở đâu cũng được", { to: "N1" }],
    ["B", "làng Kon Lót, xã An Nghĩa", { to: "N1" }],
    ["B", "LANG KON LOT, xa An Nghia", { to: "N1" }],
    ["B", "thôn Chín, xã An Nghĩa", { to: "N1", unsure: "part-unknown" }],
    ["B", "làng Kon Lót", { to: "N1" }],
    ["B", "làng Kon Lót, xã An Vinh, tỉnh Gia Lai", { to: "N1" }],
    ["B", "làng Kon Lót, xã Đăk Hà, tỉnh Kon Tum", { to: "N1", unsure: "part-unknown" }],
    ["B", "làng Kon Lót, xã An Nghĩa, tỉnh Hòa Bình", { to: "N1", unsure: "part-unknown" }],
    ["D1", "Số 1, xã An Trung, tỉnh Gia Lai", { to: "N1" }],
    ["D2", "Số 1, xã An Trung, tỉnh Gia Lai", { to: "N2" }],
    ["D1", "Số 1, xã An Nghĩa", { to: "N1", unsure: "part-unknown" }],
    ["D1", "thôn Một, xã An Nghĩa", { to: "N1" }],
    ["D1", "xã Ia O", { to: "E" }],
    ["D1", "xã Ia Ox", { to: "P.00", unsure: "residence-unknown" }],
    ["D1", "xã An Vinh", { to: "N1" }],
    ["D1", undefined, { to: "P.00", unsure: "residence-unknown" }],
    ["E", "xã Ia O", undefined],
    // Ours of that name is not meant where the address says that it lies elsewhere.
    ["D1", "xã An Trung, quận Hà Đông, Hà Nội", { to: "P.00", unsure: "residence-unknown" }],
    ["D1", "xã An Trung, Hà Đông", { to: "P.00", unsure: "residence-unknown" }],
    ["D1", "xã An Trung TP Hà Nội", { to: "P.00", unsure: "residence-unknown" }],
    ["D1", "thành phố Hà Nội, xã An Trung", { to: "P.00", unsure: "residence-unknown" }],
    ["D1", "xã Ia O, huyện An Lão", { to: "P.00", unsure: "residence-unknown" }],
    ["D2", "xã An Trung, huyện An Lão", { to: "N1" }],
    ["D2", "xã An Trung - An Lão - Gia Lai, Việt Nam", { to: "N1" }],
    ["D1", "Tỉnh lộ 629, xã An Trung (huyện An Lão cũ)", { to: "N1" }],
    ["D1", "Số 7 (tổ 2), xã An Trung, H. An Lão, tỉnh Gia Lai", { to: "N1" }],
    ["D1", "xã An Vinh, huyện An Lão, tỉnh Gia Lai", { to: "N1" }],
    ["D1", "xã Ia O, tỉnh Gia Lai", { to: "E" }],
  ])("%s of “%s”", (code, address, expected) => expect(route(code, address)).toEqual(expected));
});

it("a new commune that took over from the district is meant before an old one of its name elsewhere", () => {
  const rows = [
    row({ op: "create", unit: "N1", to: "P", name: "Ủy ban nhân dân xã Ia O" }),
    row({ op: "merge", unit: "A", to: "N1" }),
    row({ op: "merge", unit: "B", to: "N1" }),
    row({ op: "dissolve", unit: "D1", to: "P.00" }),
  ];
  const { endings, created } = planEffect(WORLD, rows);
  const ended = new Set(endings.map((ending) => ending.unit));
  const after = [...WORLD.filter(({ code }) => !ended.has(code)), ...created];
  const route = routerOf(WORLD, after, endings);
  expect(route("D1", "Số 1, xã Ia O, tỉnh Gia Lai")).toEqual({ to: "N1" });
  expect(route("D1", "Số 1, xã An Trung")).toEqual({ to: "N1" });
});

const CODES = WORLD.map(({ code }) => code);
const anyCode = fc.constantFrom(...CODES, "N1", "N2", "X");
const anyRow: fc.Arbitrary<PlanRow> = fc.record({
  op: fc.constantFrom("create", "merge", "split", "move", "rename", "dissolve", "post"),
  unit: anyCode,
  to: anyCode,
  part: fc.constantFrom("", "thôn Một", "phần còn lại"),
  name: fc.constantFrom("", "Ủy ban nhân dân xã Mới"),
});
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 8 });
const anyAddress = fc.option(
  fc.constantFrom(
    "thôn Một, xã An Nghĩa",
    "xã An Trung",
    "xã An Trung, huyện An Lão",
    "xã Mới",
    "Hà Nội",
    "",
  ),
  { nil: undefined },
);

describe("whatever is planned", () => {
  it("is refused with a word, or leaves every case in a unit that stands and every unit below one that stands", () => {
    let sound = 0;
    fc.assert(
      fc.property(fc.oneof(anyRows, fc.subarray(ALL, { minLength: 1 })), anyAddress, (rows, address) => {
        if (planFaults(WORLD, rows).length > 0) return;
        sound++;
        const effect = planEffect(WORLD, rows);
        const ended = new Set(effect.endings.map((ending) => ending.unit));
        const standing = [...WORLD.filter(({ code }) => !ended.has(code)), ...effect.created];
        const codes = new Set(standing.map(({ code }) => code));
        const moved = new Map(effect.moved.map((one) => [one.unit, one.to]));
        const route = routerOf(WORLD, standing, effect.endings);
        for (const { code } of WORLD) {
          const to = route(code, address);
          if (ended.has(code)) expect(codes.has(to?.to ?? "")).toBe(true);
          else expect(to).toBeUndefined();
        }
        for (const { code, parentCode } of standing) {
          const parent = moved.get(code) ?? parentCode;
          if (parent !== undefined) expect(codes.has(parent)).toBe(true);
        }
        for (const { unit: from, to } of effect.posts) expect(codes.has(to) || !ended.has(from)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(sound).toBeGreaterThan(50);
  });
});
