import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test("a path of this site is kept with its query", () => {
  expect(ownPath("/officer/cases?tab=late&q=%C4%91")).toBe("/officer/cases?tab=late&q=%C4%91");
});

test("addresses elsewhere lead to the first page", () => {
  for (const wish of [
    undefined,
    "",
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/./\n/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "javascript:alert(1)",
    "officer",
    "/sign-in?next=/sign-in",
    "/sign-out",
  ])
    expect(ownPath(wish)).toBe("/officer");
});

test("whatever is wished, the browser stays on this site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    ":",
    "@",
    "evil.example",
    "?",
    "#",
    "\t",
    "%2f",
    "%5c",
    "http:",
    "a",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const url = new URL(ownPath(parts.join("")), "https://province.example/sign-in");
      expect(url.origin).toBe("https://province.example");
    }),
    { numRuns: 2000 },
  );
});
