import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { unmark } from "../../../kernel/vietnamese-text.ts";
import type { ProcedureContent, Variant } from "../domain/procedure.ts";
import type { Doubt } from "./doubt.ts";
import { CHANNELS, nationalFees } from "./national-fees.ts";
import { limitOfRow, nationalTime } from "./national-limit.ts";
import { nationalPapers } from "./national-papers.ts";
import { NationalRecord, recordFault } from "./national-record.ts";

/** What the national catalogue says of a procedure, and where it must not be believed unseen. */
export type NationalProposal = { readonly content: ProcedureContent; readonly doubts: readonly Doubt[] };

/** The catalogue's levels in the words of the organisation. */
const LEVELS: Readonly<Record<string, string>> = {
  "cap bo": "ministry",
  "trung uong": "ministry",
  "cap trung uong": "ministry",
  "cap tinh": "province",
  "cap huyen": "district",
  "cap xa": "commune",
};

/**
 * Maps one record of the national catalogue (NĐ 63/2010, Điều 8 khoản 2 names the parts) to a content. A proposal:
 * time limits and fees that contradict themselves are kept in words and doubted, never mended.
 * Refuses a record without a code, name or field, or of another shape; the detail is "field: word".
 */
export function nationalToContent(record: unknown): Result<NationalProposal, "broken-record"> {
  const parsed = NationalRecord.safeParse(record);
  if (!parsed.success) return refuse("broken-record", recordFault(parsed.error));
  const national = parsed.data;
  const { limit, limitNote, mountainDays, doubts: limitDoubts } = nationalTime(national.channels);
  const { fees, doubts: feeDoubts } = nationalFees(national.channels);
  const agency = national.executing || national.authority;
  const { levels, doubts: levelDoubts } = levelsOf(national.level, agency);
  const content: ProcedureContent = {
    code: national.code,
    name: national.name,
    field: national.field,
    levels,
    ...(national.decision_no === "" ? {} : { decisionNo: national.decision_no }),
    ...(agency === "" ? {} : { agency }),
    ...(national.promulgating === "" ? {} : { promulgator: national.promulgating }),
    channels: (["DIRECT", "POSTAL", "ONLINE"] as const)
      .filter((method) => national.channels.some((channel) => channel.method === method))
      .map((method) => CHANNELS[method]),
    ...(limit === undefined ? {} : { limit }),
    ...(limitNote === undefined ? {} : { limitNote }),
    ...(mountainDays === undefined ? {} : { mountainDays }),
    variants: variantsOf(national),
    papers: nationalPapers(national.components),
    fees,
    legalBasis: [...new Set(national.legal)],
    results: [...new Set(national.results)],
    subjects: subjectsOf(national.subjects),
    ...(national.requirements === "" ? {} : { requirements: national.requirements }),
    ...(national.steps === "" ? {} : { sequence: national.steps }),
    returnAtOnce: false,
    everydayWords: [],
  };
  return ok({ content, doubts: [...limitDoubts, ...feeDoubts, ...levelDoubts] });
}

function levelsOf(text: string, agency: string): { levels: readonly string[]; doubts: readonly Doubt[] } {
  const names = text.split(/[,;/]/).map((name) => name.trim());
  const given = names.filter((name) => name !== "");
  const levels = [...new Set(given.flatMap((name) => LEVELS[unmark(name)] ?? []))];
  const doubts: Doubt[] = given
    .filter((name) => LEVELS[unmark(name)] === undefined)
    .map((name) => ({ field: "levels", reason: "level-unknown", value: name }));
  if (levels.includes("commune") && /hải quan|thuế|tổng cục|\bbộ /i.test(agency))
    doubts.push({ field: "levels", reason: "level-contradicts-agency", value: agency });
  return { levels, doubts };
}

/** Cases with a clear limit; the export names them by code alone. */
function variantsOf(national: NationalRecord): readonly Variant[] {
  return national.processing_cases.flatMap(({ case_code, qty, unit, name }) => {
    const limit = limitOfRow(qty, unit);
    if (limit === undefined || case_code === "") return [];
    return [
      { code: case_code, name: name === "" ? `Trường hợp ${case_code.split(".").at(-1)}` : name, limit },
    ];
  });
}

/** "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)": parts begin with a capital, outside brackets. */
const subjectsOf = (text: string): readonly string[] => [
  ...new Set(text.split(/, (?=\p{Lu})(?![^(]*\))/u).filter((part) => part !== "")),
];
