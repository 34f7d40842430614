import type { FileStore } from "../../../platform/files.ts";
import type { FileRef } from "../domain/people.ts";

/** The files that an input of a verb or of a submission refers to. */
export function filesIn(input: unknown): FileRef[] {
  if (typeof input !== "object" || input === null) return [];
  const own = "files" in input && Array.isArray(input.files) ? (input.files as FileRef[]) : [];
  const papers = "papers" in input && Array.isArray(input.papers) ? input.papers : [];
  const members = "members" in input && Array.isArray(input.members) ? input.members : [];
  return [...own, ...[...papers, ...members].flatMap(filesIn)];
}

/** Whether all of them were stored here before, with the type and size that are claimed. */
export async function areStored(files: FileStore, refs: readonly FileRef[]): Promise<boolean> {
  for (const ref of refs) {
    const stored = await files.find(ref.sha256);
    if (stored === undefined || stored.bytes !== ref.bytes || stored.mediaType !== ref.mediaType)
      return false;
  }
  return true;
}
