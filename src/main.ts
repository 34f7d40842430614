import { type Config, readConfig } from "./platform/config.ts";
import { optionMistake } from "./platform/terminal/option-mistake.ts";
import { print, printError } from "./platform/terminal/print.ts";

/** A command of the program: gives the exit code. */
type CommandFunction = (args: readonly string[], config: Config) => Promise<number>;

type Described = {
  readonly does: string;
  /** What may follow the name; empty for nothing. */
  readonly takes: string;
  load(): Promise<CommandFunction>;
};

/** Every command by name; its file is read only when it is asked for. */
const COMMANDS: Record<string, Described> = {
  start: {
    does: "run the program: database, web and worker, or one of the two",
    takes: "[--web | --worker]",
    load: () => import("./commands/start.ts").then((file) => file.start),
  },
  migrate: {
    does: "bring the database to the newest schema",
    takes: "",
    load: () => import("./commands/migrate.ts").then((file) => file.migrateDatabase),
  },
  seed: {
    does: "bring in the demonstration province",
    takes: "",
    load: () => import("./commands/seed.ts").then((file) => file.seed),
  },
  "import-catalogue": {
    does: "bring in a file of the national catalogue",
    takes: "FILE.jsonl[.gz]|FILE.csv [--partial] [--json OUT]",
    load: () => import("./commands/import-catalogue.ts").then((file) => file.importCatalogueFile),
  },
  "import-processes": {
    does: "read a file of internal processes and say what was read and what was not",
    takes: "FILE [--json]",
    load: () => import("./commands/import-processes.ts").then((file) => file.importProcesses),
  },
  demo: {
    does: "play working days with simulated people",
    takes: "[--days N] [--cases N] [--seed N] [--json FILE]",
    load: () => import("./commands/demo.ts").then((file) => file.demo),
  },
  rebuild: {
    does: "make every projection what the actions say, or only compare",
    takes: "[--check]",
    load: () => import("./commands/rebuild.ts").then((file) => file.rebuildProjections),
  },
  "check-chain": {
    does: "check the history of every case against its hashes and roots",
    takes: "",
    load: () => import("./commands/check-chain.ts").then((file) => file.checkHistory),
  },
  deadline: {
    does: "print any deadline with its derivation",
    takes:
      "--from 2026-02-12T09:00 (--working-days N | --days N | --months N | --hours N | --in-day) [--unit H21.18] [--mountain | --extra-working-days N] [--rule ID] [--json]",
    load: () => import("./commands/deadline.ts").then((file) => file.printDeadline),
  },
};

/** One understandable line; how the command is used where its options were wrong; the whole trace with --trace. */
function fail(error: unknown): never {
  printError(`error: ${optionMistake(error) ?? sentenceOf(error)}`);
  if (command !== undefined && optionMistake(error) !== undefined) printError(usageOf(name, command));
  if (process.argv.includes("--trace") && error instanceof Error) printError(error.stack ?? "");
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A failed connection to several addresses has no message of its own.
  const own =
    error.message === "" && error instanceof AggregateError ? String(error.errors[0]) : error.message;
  return error.cause instanceof Error ? `${own} ${sentenceOf(error.cause)}` : own;
}

const usageOf = (called: string, { takes }: Described) =>
  `usage: npm ${called === "start" ? called : `run ${called}`}${takes === "" ? "" : ` -- ${takes}`}`;

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const [name = "start", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  printError(`error: there is no command ${name}. Commands:`);
  for (const [known, { does }] of Object.entries(COMMANDS)) print(`  ${known.padEnd(18)} ${does}`);
  process.exitCode = 1;
} else if (args.includes("--help")) {
  print(`${name}: ${command.does}`);
  print(usageOf(name, command));
} else {
  const run = await command.load();
  process.exitCode = await run(
    args.filter((arg) => arg !== "--trace"),
    readConfig(),
  ).catch(fail);
}
