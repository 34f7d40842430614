import { searchKey } from "../../../kernel/vietnamese-text.ts";
import type { Paper } from "../domain/procedure.ts";
import type { NationalRecord } from "./national-record.ts";

/** "Mẫu số 01/TP-KS", "Mẫu CT01": a form code that says by itself which form is meant. */
const FORM = /mẫu(?: số)?:? +([A-ZĐ]{1,4}\d{1,3}[a-z]?|\d{1,3}[a-zđ]?\/[A-ZĐ\d][A-ZĐ\d/-]*)(?![\p{L}\d])/iu;
const IF_ANY = /\(?nếu có\)?/i;

/**
 * The papers of a procedure. The portal lists them flattened over all cases: the same paper under several headings
 * becomes one, with the largest numbers asked for, and without a heading where the headings differ.
 */
export function nationalPapers(components: NationalRecord["components"]): readonly Paper[] {
  const byName = new Map<string, { group: string; name: string; originals: number; copies: number }>();
  for (const { group: heading, name, original, copy } of components) {
    const group = heading.replace(/^[*+•-]+ ?/, "").replace(/ ?[:;]$/, "");
    const key = searchKey(name);
    if (key === "") continue;
    const known = byName.get(key);
    byName.set(key, {
      name: known?.name ?? name,
      group: known === undefined || known.group === group ? group : "",
      originals: Math.max(known?.originals ?? 0, original),
      copies: Math.max(known?.copies ?? 0, copy),
    });
  }
  return [...byName.values()].map(({ group, name, originals, copies }, index): Paper => {
    const form = FORM.exec(name)?.[1];
    return {
      id: `p${index + 1}`,
      name,
      ...(group === "" ? {} : { group }),
      originals,
      copies,
      required: !IF_ANY.test(name),
      ...(form === undefined ? {} : { form: `Mẫu ${form}` }),
    };
  });
}
