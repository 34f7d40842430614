import { existsSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process of this id runs on this machine (whoever owns it). */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Killed, but not yet taken note of by its parent: in containers that can last for ever. */
function isZombie(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

const LOCK_FILE = "starting.lock";
/** 60 seconds: making a database folder on a slow disk takes some ten. */
const TRIES = 1200;

/** Within this process callers take turns, so that a lock file with our own number is always an earlier life's. */
const turns = new Map<string, Promise<unknown>>();

/** Does the work while nobody else on this machine does the same on this folder; the lock of a dead process is void. */
export function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, LOCK_FILE);
  const before = turns.get(file) ?? Promise.resolve();
  const turn = before.then(() => aloneAmongProcesses(file, work));
  turns.set(
    file,
    turn.catch(() => {}),
  );
  return turn;
}

async function aloneAmongProcesses<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; !(await takeLock(file)); tries++) {
    if (await removeVoid(file)) continue;
    if (tries >= TRIES)
      throw new Error(`Another process has been starting for a minute; if none does, delete ${file}.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * Takes a dead holder's lock away, one process at a time: of two who both saw it dead the slower one would remove the
 * lock that the faster one has taken meanwhile.
 */
async function removeVoid(file: string): Promise<boolean> {
  if (!(await isVoid(file))) return false;
  const removing = `${file}.void`;
  if (!(await takeLock(removing))) return false;
  try {
    // Looked at again: nobody but us removes it now, and nobody takes it before that.
    const stillVoid = await isVoid(file);
    if (stillVoid) await rm(file, { force: true });
    return stillVoid;
  } finally {
    await rm(removing, { force: true });
  }
}

/** An empty file is being written this moment. Our own number again: containers give it anew after kill -9. */
async function isVoid(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, "utf8").catch(() => ""));
  return holder > 0 && (holder === process.pid || !isAlive(holder));
}

async function takeLock(file: string): Promise<boolean> {
  return writeFile(file, String(process.pid), { flag: "wx" }).then(
    () => true,
    () => false,
  );
}
