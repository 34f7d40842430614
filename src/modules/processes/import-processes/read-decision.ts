import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { parseJson } from "../parse-json.ts";
import { DecisionRecord } from "./decision-record.ts";
import { type ImportedProcess, readRecord } from "./read-record.ts";

/** All that a file of internal processes gives. */
export type ImportReport = {
  readonly records: number;
  readonly processes: readonly ImportedProcess[];
  /** Records without a table of steps: articles on who is responsible and the like. */
  readonly withoutSteps: readonly { readonly article: string; readonly title: string }[];
};

/** Reads a file of internal processes as decisions print them (JSON). Refuses what is no such file. */
export function readDecision(text: string): Result<ImportReport, "not-json" | "not-processes"> {
  const json = parseJson(text);
  if (json === undefined) return refuse("not-json");
  const records = z.array(DecisionRecord).min(1).max(10_000).safeParse(json);
  if (!records.success) return refuse("not-processes");
  return ok({
    records: records.data.length,
    processes: numbered(records.data.flatMap(readRecord)),
    withoutSteps: records.data
      .filter(({ steps }) => steps.length === 0)
      .map(({ article, title }) => ({ article, title })),
  });
}

/** Counts the tables of an article on where several records have the same. */
function numbered(processes: readonly ImportedProcess[]): readonly ImportedProcess[] {
  const last = new Map<string, number>();
  return processes.map((process) => {
    const part = (last.get(process.article) ?? 0) + 1;
    last.set(process.article, part);
    return { ...process, part };
  });
}
