/** Small letters a to z alone: "Đak Pơ" becomes "dakpo". */
export function unmarked(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[^a-z]/g, "");
}

/** Given name, initials of the rest, unit: ("Nguyễn Văn An", "motcua") becomes "an.nv.motcua". */
export function usernameFor(fullName: string, unit: string): string {
  const words = fullName.split(" ");
  const given = unmarked(words.at(-1) ?? "");
  const initials = words.slice(0, -1).map((word) => unmarked(word).slice(0, 1));
  return `${given}.${initials.join("")}.${unit}`;
}
