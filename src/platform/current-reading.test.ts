import { expect, test } from "vitest";
import { CurrentReading } from "./current-reading.ts";

/** A table of one number, read in two turns of the loop: what it held when the reading began is what it shows. */
function table() {
  const held = { stored: 0, seen: 0, readings: 0, fails: false };
  const reading = new CurrentReading(async () => {
    held.readings++;
    const { stored, fails } = held;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (fails) throw new Error("the database is away");
    held.seen = stored;
  });
  return { held, reading };
}

test("who changed something sees it, though an older reading was under way", async () => {
  const { held, reading } = table();
  const renewal = reading.join();
  held.stored = 1;
  await reading.again();
  expect(held.seen).toBe(1);
  await renewal;
  expect(held.readings).toBe(2);
});

test("all who changed something during one reading share the next", async () => {
  const { held, reading } = table();
  const renewal = reading.join();
  held.stored = 1;
  const changes = [reading.again(), reading.again(), reading.again()];
  await Promise.all([renewal, ...changes]);
  expect([held.seen, held.readings]).toEqual([1, 2]);
});

test("who only wants a younger snapshot joins the reading under way", async () => {
  const { held, reading } = table();
  await Promise.all([reading.join(), reading.join()]);
  expect(held.readings).toBe(1);
});

test("a reading that failed is told to its callers alone, and the next one is read anew", async () => {
  const { held, reading } = table();
  held.fails = true;
  const renewal = reading.join();
  const failed = expect(renewal).rejects.toThrow("away");
  held.fails = false;
  held.stored = 1;
  await reading.again();
  await failed;
  expect(held.seen).toBe(1);
});
