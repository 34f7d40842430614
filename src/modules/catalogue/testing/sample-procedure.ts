import type { ProcedureContent } from "../domain/procedure.ts";

/** A procedure for tests: everything a content must have, little more. */
export function sampleProcedure(
  code: string,
  name: string,
  more: Partial<ProcedureContent> = {},
): ProcedureContent {
  return {
    code,
    name,
    field: "Hộ tịch",
    levels: ["commune"],
    channels: ["direct", "online"],
    limit: { amount: 3, unit: "working-day" },
    variants: [],
    papers: [{ id: "p1", name: "Tờ khai", originals: 1, copies: 0, required: true }],
    fees: [],
    legalBasis: ["Luật Hộ tịch (60/2014/QH13)"],
    results: ["Giấy khai sinh"],
    subjects: ["Công dân Việt Nam"],
    returnAtOnce: false,
    everydayWords: [],
    ...more,
  };
}
