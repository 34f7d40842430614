import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Palette = ReadonlyMap<string, string>;

function paletteOf(sheet: string, base?: Palette): Palette {
  const css = readFileSync(new URL(`css/${sheet}.css`, import.meta.url), "utf8");
  const own = [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  );
  return new Map([...(base ?? []), ...own]);
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const value = palette.get(name);
    if (value === undefined) throw new Error(`no colour token --${name}`);
    return luminance(value);
  });
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const tones = ["ok", "info", "warn", "danger", "paused"];

/** Words: 4.5 to 1. */
const words: readonly (readonly [string, string])[] = [
  ...["ink", "ink-soft", "link"].flatMap((front) => grounds.map((back) => [front, back] as const)),
  ...["ink", "link"].map((front) => [front, "red-tint"] as const),
  ["on-red", "red"],
  ["on-red", "red-deep"],
  ["danger", "surface"],
  ["danger", "paper"],
  ["surface", "danger"],
  ["on-warn-strong", "warn-strong"],
  ...tones.flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    [tone, "surface"] as const,
    ["ink", `${tone}-tint`] as const,
  ]),
];

/** Borders of inputs, focus rings, bars and edges: 3 to 1. */
const shapes: readonly (readonly [string, string])[] = [
  ["line-strong", "surface"],
  ["line-strong", "paper"],
  ...grounds.map((back) => ["focus", back] as const),
  ["warn-fill", "surface"],
  ["red", "surface"],
  ["ok", "sunken"],
];

const light = paletteOf("tokens");
const dark = paletteOf("dark", light);

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s colours", (_name, palette) => {
  it.each(words)("let words in %s be read on %s", (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("let shapes in %s be seen on %s", (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(3);
  });
});

describe("the measure itself", () => {
  it("knows the two ends of the scale", () => {
    const ends = new Map([
      ["black", "#000000"],
      ["white", "#ffffff"],
    ]);
    expect(contrast(ends, "black", "white")).toBeCloseTo(21, 5);
    expect(contrast(ends, "white", "white")).toBe(1);
  });
});
