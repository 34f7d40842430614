/** What a row of a plan does: lập, nhập vào, chia, chuyển về, đổi tên, giải thể; `post` places one officer's posts. */
export const PLAN_OPERATIONS = ["create", "merge", "split", "move", "rename", "dissolve", "post"] as const;
export type PlanOperation = (typeof PLAN_OPERATIONS)[number];

/** One row of a planned re-organisation; units are named by their codes. */
export type PlanRow = {
  readonly op: PlanOperation;
  readonly unit: string;
  /**
   * create, move: the unit above. merge, split: the successor; of a split unit the first row is the main one.
   * dissolve: the agency that takes what no commune of residence is found for (NĐ 140/2025/NĐ-CP, Điều 32 khoản 2).
   * post: where the officer goes.
   */
  readonly to: string;
  /** split: the part as the decision words it ("thôn 1, thôn 2"; "phần còn lại"). post: the staff code; "" is everybody. */
  readonly part: string;
  /** create, rename: the full name. */
  readonly name: string;
  readonly level?: string;
  readonly kind?: string;
  readonly mountain?: boolean;
};

/** A unit as plans look at it. */
export type PlanUnit = {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly parentCode: string | undefined;
};

/** A unit that ends, and who takes over. */
export type Ending = {
  readonly unit: string;
  readonly how: "merge" | "split" | "dissolve";
  readonly successors: readonly { readonly unit: string; readonly share: string }[];
  /** The successor where nothing else decides: of a merger the only one, of a dissolution the agency. */
  readonly main: string;
  /** A desk follows the choice made for the unit above it. */
  readonly follows?: string;
};

/** What a plan comes to, desks included. */
export type PlanEffect = {
  readonly created: readonly PlanUnit[];
  /** Codes of created units whose land procedures take longer. */
  readonly mountains: ReadonlySet<string>;
  readonly endings: readonly Ending[];
  readonly moved: readonly { readonly unit: string; readonly to: string }[];
  readonly renamed: readonly { readonly unit: string; readonly name: string }[];
  readonly posts: readonly { readonly unit: string; readonly staffCode: string; readonly to: string }[];
};

const DESK_KIND = "one-stop-centre";
const COMMITTEE = /^Ủy ban nhân dân (?=xã|phường|đặc khu|thị trấn)/u;

/** "xã Nhơn Lộc" for "Ủy ban nhân dân xã Nhơn Lộc". */
export function placeNameOf(unitName: string): string {
  return unitName.replace(COMMITTEE, "");
}

/** "UBND xã Nhơn Lộc", "TTPVHCC xã Nhơn Lộc"; other names stay as they are. */
export function shortNameOf(name: string): string {
  return name
    .replace(/^Ủy ban nhân dân /u, "UBND ")
    .replace(/^Trung tâm Phục vụ hành chính công /u, "TTPVHCC ");
}

/**
 * Works out what the rows come to. Each commune that is created gets its one-stop centre (NĐ 118/2025/NĐ-CP, Điều 8),
 * and the centre of a unit that ends goes to the centre of whoever takes over, unless a row says otherwise.
 */
export function planEffect(units: readonly PlanUnit[], rows: readonly PlanRow[]): PlanEffect {
  const named = new Set(rows.filter((row) => row.op !== "post").map((row) => row.unit));
  const known = new Set(units.map((unit) => unit.code));
  const created = rows.filter((row) => row.op === "create").map(createdUnit);
  const desks = created
    .filter((unit) => unit.kind === "commune" && !named.has(deskCode(unit)) && !known.has(deskCode(unit)))
    .map(deskFor);
  const endings = endingsOf(rows);
  const after = [...units, ...created, ...desks];
  return {
    created: [...created, ...desks],
    mountains: new Set(rows.filter((row) => row.mountain === true).map((row) => row.unit)),
    endings: [...endings, ...deskEndings(units, after, endings, named)],
    moved: rows.filter((row) => row.op === "move").map(({ unit, to }) => ({ unit, to })),
    renamed: rows.filter((row) => row.op === "rename").map(({ unit, name }) => ({ unit, name })),
    posts: rows
      .filter((row) => row.op === "post")
      .map(({ unit, part, to }) => ({ unit, staffCode: part, to })),
  };
}

function createdUnit({ unit, to, name, level = "commune", kind = "commune" }: PlanRow): PlanUnit {
  return { code: unit, name, level, kind, parentCode: to };
}

const deskCode = (unit: PlanUnit): string => `${unit.code}.01`;

function deskFor(unit: PlanUnit): PlanUnit {
  const name = `Trung tâm Phục vụ hành chính công ${placeNameOf(unit.name)}`;
  return { code: deskCode(unit), name, level: unit.level, kind: DESK_KIND, parentCode: unit.code };
}

function endingsOf(rows: readonly PlanRow[]): Ending[] {
  const byUnit = Map.groupBy(
    rows.filter((row) => row.op === "merge" || row.op === "split" || row.op === "dissolve"),
    (row) => row.unit,
  );
  return [...byUnit].map(([unit, [first, ...others]]) => {
    const all = first === undefined ? [] : [first, ...others];
    const how = first?.op === "split" || first?.op === "dissolve" ? first.op : "merge";
    const successors = all.map(({ to, part }) => ({ unit: to, share: part }));
    return { unit, how, successors, main: first?.to ?? "" };
  });
}

/** The desk that receives for a unit as the units will stand: its own, else the province's, else the unit itself. */
export function deskCodeOf(after: readonly PlanUnit[], code: string): string {
  const unit = after.find((one) => one.code === code);
  if (unit === undefined || unit.kind === DESK_KIND) return code;
  const own = after.find((one) => one.parentCode === code && one.kind === DESK_KIND);
  if (own !== undefined) return own.code;
  return after.find((one) => one.kind === DESK_KIND && one.level === "province")?.code ?? code;
}

function deskEndings(
  units: readonly PlanUnit[],
  after: readonly PlanUnit[],
  endings: readonly Ending[],
  named: ReadonlySet<string>,
): Ending[] {
  const ends = new Set(endings.map((ending) => ending.unit));
  const staying = indexOf(after.filter((unit) => !ends.has(unit.code)));
  return endings.flatMap((ending) =>
    units
      .filter((unit) => unit.parentCode === ending.unit && unit.kind === DESK_KIND && !named.has(unit.code))
      .map((desk) => ({
        unit: desk.code,
        how: ending.how,
        successors: ending.successors.map(({ unit, share }) => ({ unit: deskIn(staying, unit), share })),
        main: deskIn(staying, ending.main),
        follows: ending.unit,
      })),
  );
}

type Index = { readonly desks: ReadonlyMap<string, string>; readonly centre: string | undefined };

function indexOf(after: readonly PlanUnit[]): Index {
  const all = after.filter((unit) => unit.kind === DESK_KIND);
  return {
    desks: new Map(all.map((desk) => [desk.parentCode ?? "", desk.code])),
    centre: all.find((desk) => desk.level === "province")?.code,
  };
}

const deskIn = ({ desks, centre }: Index, code: string): string => desks.get(code) ?? centre ?? code;
