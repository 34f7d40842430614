import type { Lang } from "../../../kernel/time.ts";
import type { FormValues, Upload } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { keptFile, keptFileToken } from "../receive-case/kept-file.ts";
import { textsOf } from "../texts.ts";
import type { VerbName } from "../verbs.ts";
import type { TypedForm } from "./typed-form.ts";

type Stored = { readonly kept: TypedForm["kept"]; readonly errors: readonly FormError[] };

/** The form that files belong to: of which case, filled in by whom. */
export type FormOf = { readonly caseId: string; readonly officerId: number; readonly verb: VerbName };

/**
 * Stores the files of a form and takes up those it stored the time before: whatever else is wrong, nobody chooses a
 * file twice. Files that cannot be taken become faults of the field, each by its name.
 */
export async function storeUploads(
  deps: CasesDeps,
  lang: Lang,
  owner: FormOf,
  values: FormValues,
  uploads: readonly Upload[],
): Promise<Stored> {
  const now = deps.clock();
  const kept: { file: TypedForm["kept"][number]["file"]; token: string }[] = [];
  const faults: string[] = [];
  for (const token of [values.kept ?? []].flat()) {
    const file = keptFile(deps.trackingKey, owner, token);
    if (file !== undefined) kept.push({ file, token });
  }
  for (const upload of uploads.filter((candidate) => candidate.field === "files")) {
    const stored = await deps.files.put(upload.bytes, now);
    if (!stored.ok) {
      faults.push(`${upload.name}: ${textsOf(lang).refusals[stored.refusal]}`);
      continue;
    }
    const file = { ...stored.value, name: upload.name.slice(0, 255) };
    if (kept.some((known) => known.file.sha256 === file.sha256)) continue;
    kept.push({ file, token: keptFileToken(deps.trackingKey, owner, file) });
  }
  const errors = faults.length === 0 ? [] : [{ field: `${owner.verb}-files`, text: faults.join(" ") }];
  return { kept, errors };
}
