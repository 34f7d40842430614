import type { FastifyRequest } from "fastify";
import { type FieldErrors, type FormValues, formValues } from "../../../platform/http/form.ts";
import type { CasesDeps, ProcedureInForce } from "../cases-deps.ts";
import type { FileRef } from "../domain/people.ts";
import { type FormOwner, keptFile } from "./kept-file.ts";
import { type PaperRow, paperField, paperRows, typed } from "./paper-rows.ts";
import { DESK_CHANNELS, type DeskChannel } from "./receive-input.ts";

/** The form of the desk as it was sent: its texts, its lines, and the files that belong to each line. */
export type DeskForm = {
  readonly caseId: string;
  readonly values: FormValues;
  readonly rows: readonly PaperRow[];
  filesOf(row: PaperRow): readonly FileRef[];
  /** Faults of files, by field. */
  readonly fileFaults: FieldErrors;
};

/** Reads a sent form: stores new files after looking at them, and takes back those stored before. */
export async function readDeskForm(
  deps: CasesDeps,
  request: FastifyRequest,
  procedure: ProcedureInForce,
): Promise<DeskForm> {
  const values = formValues(request.body);
  const owner = ownerOf(request, typed(values, "caseId"));
  const rows = paperRows(procedure.content, values);
  const files = new Map<string, FileRef[]>();
  const fileFaults: FieldErrors = {};
  for (const row of rows) {
    const kept: FileRef[] = [];
    for (const token of [values[paperField(row, "kept")] ?? []].flat()) {
      const file = keptFile(deps.trackingKey, owner, token);
      if (file === undefined) fileFaults[paperField(row, "file")] = "file-lost";
      else kept.push(file);
    }
    for (const upload of request.uploads.filter(({ field }) => field === paperField(row, "file"))) {
      const stored = await deps.files.put(upload.bytes, deps.clock());
      if (stored.ok) kept.push({ ...stored.value, name: plainName(upload.name) });
      else fileFaults[paperField(row, "file")] = stored.refusal;
    }
    files.set(row.id, unique(kept));
  }
  return { caseId: owner.caseId, values, rows, filesOf: (row) => files.get(row.id) ?? [], fileFaults };
}

/** Whose form it is. */
export function ownerOf(request: FastifyRequest, caseId: string): FormOwner {
  const { actor } = request;
  return { caseId, officerId: actor.kind === "officer" ? actor.id : 0 };
}

/** The last part of a path, without signs that disturb; at most 255 letters. */
function plainName(name: string): string {
  const bare =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim() ?? "";
  return bare.slice(-255) || "tep";
}

function unique(files: readonly FileRef[]): FileRef[] {
  return [...new Map(files.map((file) => [`${file.sha256}${file.name}`, file])).values()];
}

/** The channel that is chosen, else the one that is marked when the form is blank. */
export function channelOf({ values }: Pick<DeskForm, "values">): DeskChannel {
  return DESK_CHANNELS.find((one) => one === typed(values, "channel")) ?? "direct";
}
