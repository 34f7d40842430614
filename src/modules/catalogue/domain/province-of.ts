/**
 * The province that a name of an authority or of a province speaks of: "UBND tỉnh Gia Lai" and "Tỉnh Gia Lai" are
 * "Gia Lai". Undefined for a ministry. The national catalogue holds what each province published for itself; it applies
 * nowhere else.
 */
export function provinceOf(name: string): string | undefined {
  return /(?:^|\s)(?:tỉnh|thành phố|TP\.?)\s+(\p{Lu}[\p{L} ]*)$/iu.exec(name.trim())?.[1];
}
