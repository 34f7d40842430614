import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIso } from "../../../kernel/time.ts";
import { type OfficerRoom, officerRoom } from "../testing/officer-room.ts";
import { unacceptedOnline } from "./unaccepted.query.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room?.close());

const at = (local: string) => room.clock.moveTo(parseIso(`${local}+07:00`));
const count = () =>
  unacceptedOnline(room.deps.database.pool, ["2026-11-24", "2026-11-01"], room.clock.read());

describe("online cases that nobody accepts", () => {
  it("are counted once their eight working hours have passed, waiting or refused in the end", async () => {
    at("2026-11-23T09:00");
    const [one] = [await room.file(), await room.file()];
    at("2026-11-24T09:00");
    expect(await count()).toEqual({ waiting: 0, refused: [0, 0] });
    at("2026-11-24T09:01");
    expect(await count()).toEqual({ waiting: 2, refused: [0, 0] });
    const refused = await room.run("desk", "refuse-registered", one, { reason: "Sai nơi nhận" });
    expect(refused.ok).toBe(true);
    expect(await count()).toEqual({ waiting: 1, refused: [1, 1] });
    at("2026-11-25T09:00");
    const later = await unacceptedOnline(room.deps.database.pool, ["2026-11-25"], room.clock.read());
    expect(later).toEqual({ waiting: 1, refused: [0] });
  });

  it("are not, where the refusal came in time", async () => {
    at("2026-11-26T09:00");
    const one = await room.file();
    at("2026-11-26T15:00");
    await room.run("desk", "refuse-registered", one, { reason: "Sai nơi nhận" });
    expect((await count()).refused).toEqual([1, 1]);
  });
});
