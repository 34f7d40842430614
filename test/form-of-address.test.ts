import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("no text of the program addresses anybody as “bạn”: officers are not, and citizens are bà, ông or anh, chị", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((name) =>
    /(?<!\p{L})bạn(?!\p{L})/iu.test(readFileSync(`src/${name}`, "utf8").normalize("NFC")),
  );
  expect(found).toEqual([]);
});
