import type { Lang } from "./kernel/time.ts";
import type { Directory } from "./modules/organisation/index.ts";

/** "Tỉnh Gia Lai" from "Ủy ban nhân dân tỉnh Gia Lai", "Gia Lai Province" in English; the product's name before a seed. */
export function provinceName(directory: Directory): Readonly<Record<Lang, string>> {
  const committee = directory.units().find((unit) => unit.kind === "people-committee");
  if (committee === undefined) return { vi: "Một Cửa", en: "Một Cửa" };
  const vi = committee.name.replace(/^Ủy ban nhân dân /, "");
  return {
    vi: vi.charAt(0).toUpperCase() + vi.slice(1),
    en: committee.nameEn.replace(/^People's Committee of /, ""),
  };
}
