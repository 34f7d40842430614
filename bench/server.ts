import { composeApp } from "../src/app.ts";
import { systemClock } from "../src/platform/clock.ts";
import { defaultPool } from "../src/platform/config.ts";
import { openDatabase } from "../src/platform/database.ts";
import { createLog } from "../src/platform/log.ts";
import { print } from "../src/platform/terminal/print.ts";

/** The web role as `npm start -- --web` runs it, with the limits per address out of the way: the load has one address. */
const NO_LIMITS = { anonymousPerMinute: 1_000_000_000, sessionPerMinute: 1_000_000_000 };

const [url = "", dataDir = ""] = process.argv.slice(2);
const database = openDatabase(url, { asAppRole: true, max: defaultPool() });
const { app, board } = await composeApp({
  config: { dataDir, secureCookies: false, publicUrl: "https://motcua.example" },
  database,
  clock: systemClock,
  log: createLog("error"),
  limits: NO_LIMITS,
});
// The live board counts in the wake of the load, as it does in `npm start`.
board.start(() => {});
process.once("SIGTERM", async () => {
  await app.close();
  await board.stop();
  await database.close();
  process.exit(0);
});
// The bench was interrupted: nobody is left to measure.
process.stdin.once("end", () => process.exit(0)).resume();
print(`ready ${await app.listen({ host: "127.0.0.1", port: 0 })}`);
