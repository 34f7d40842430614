import type { ProcedureContent } from "./procedure.ts";

type ContentField = keyof ProcedureContent;

/** Fields the national catalogue speaks about, in the order in which people read them. */
export const NATIONAL_FIELDS = [
  "name",
  "field",
  "levels",
  "agency",
  "decisionNo",
  "promulgator",
  "channels",
  "limit",
  "limitByChannel",
  "limitNote",
  "mountainDays",
  "fees",
  "papers",
  "variants",
  "results",
  "subjects",
  "requirements",
  "sequence",
  "legalBasis",
] as const satisfies readonly ContentField[];

/** What the province has confirmed for the procedures of its own seed: an import never overwrites it. */
export const CONFIRMED_FIELDS: ReadonlySet<string> = new Set<ContentField>([
  "nameEn",
  "levels",
  "limit",
  "limitByChannel",
  "limitNote",
  "mountainDays",
  "variants",
  "papers",
  "fees",
  "returnAtOnce",
  "everydayWords",
]);

/** One difference; `kept` says that the province's own value stays in force. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly kept: boolean;
};

/** What is known of a procedure when the national catalogue speaks about it again. */
export type KnownProcedure = {
  readonly origin: "seed" | "national" | "local";
  readonly base: ProcedureContent;
  readonly national: ProcedureContent | undefined;
  readonly overridden: ReadonlySet<string>;
};

export type Comparison = {
  /** To be published, before local overrides. */
  readonly content: ProcedureContent;
  readonly national: ProcedureContent;
  readonly changes: readonly FieldChange[];
};

/**
 * Compares what the national catalogue says now with what it said before (for a procedure of the province's own that is
 * met there for the first time: with the province's words), and says what is to be published.
 * @param silent fields the file does not carry; they stay as they were.
 * @param same whether two values are alike, whatever the order of their keys.
 */
export function compareNational(
  known: KnownProcedure,
  proposal: ProcedureContent,
  silent: ReadonlySet<string>,
  same: (a: unknown, b: unknown) => boolean,
): Comparison {
  const before = known.national ?? known.base;
  const spoken = { ...proposal };
  // What the file is silent about and nobody has said yet stays unsaid.
  for (const field of NATIONAL_FIELDS)
    if (silent.has(field) && before[field] === undefined) delete spoken[field];
  const national: ProcedureContent = { ...spoken, ...picked(before, (field) => silent.has(field)) };
  const keeps = (field: string) =>
    known.origin === "local" ||
    known.overridden.has(field) ||
    (known.origin === "seed" && CONFIRMED_FIELDS.has(field));
  const changes = NATIONAL_FIELDS.filter((field) => !same(before[field], national[field])).map((field) => ({
    field,
    before: before[field],
    after: national[field],
    kept: keeps(field),
  }));
  return { content: baseOf(known, national), national, changes };
}

function baseOf(known: KnownProcedure, national: ProcedureContent): ProcedureContent {
  switch (known.origin) {
    case "national":
      return national;
    case "local":
      return known.base;
    case "seed":
      // What the national catalogue is silent about stays too, and what was confirmed to be absent stays absent.
      return {
        ...known.base,
        ...picked(national, (field) => !CONFIRMED_FIELDS.has(field)),
      } as ProcedureContent;
  }
}

function picked(content: ProcedureContent, wanted: (field: string) => boolean): Partial<ProcedureContent> {
  return Object.fromEntries(Object.entries(content).filter(([field]) => wanted(field)));
}
