import { actionHash, actionOfBody } from "../action-codec.ts";
import type { Db } from "../case-store.ts";
import { dayRoots, lostHeads } from "./day-root-store.ts";
import { type ActionRow, actionsFrom, casesWithoutActions, headsOf } from "./history-store.ts";
import { rootOfKeptHeads } from "./seal-day.ts";

/** What is wrong in a history; `seq` names the action, as far as one can be named. */
export type ChainFault = {
  readonly kind:
    | "hash-wrong"
    | "action-missing"
    | "columns-differ"
    | "head-differs"
    | "case-file-missing"
    | "actions-missing"
    | "sealed-head-lost"
    | "root-differs";
  readonly caseId?: string;
  readonly seq?: number;
  readonly day?: string;
};

export type ChainReport = {
  readonly cases: number;
  readonly actions: number;
  readonly faults: readonly ChainFault[];
};

const MOST_FAULTS = 1000;

/**
 * Checks every action of every case: the hash over body and predecessor, the numbering, the columns beside the body,
 * the head kept with the case, the heads sealed at the ends of days and the latest root over them. Whoever changed,
 * added or took away something behind the program's back is found, with case and action.
 */
export async function checkChain(
  db: Db,
  onProgress: (actions: number) => void = () => {},
): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let cases = 0;
  let actions = 0;
  for await (const batch of actionsFrom(db)) {
    const heads = await headsOf(db, [...batch.keys()]);
    for (const [caseId, rows] of batch) {
      cases++;
      actions += rows.length;
      faults.push(...faultsOfCase(caseId, rows, heads.get(caseId)));
    }
    onProgress(actions);
  }
  for (const caseId of await casesWithoutActions(db, MOST_FAULTS))
    faults.push({ kind: "actions-missing", caseId });
  for (const lost of await lostHeads(db, MOST_FAULTS)) faults.push({ kind: "sealed-head-lost", ...lost });
  const latest = (await dayRoots(db)).at(-1);
  if (latest !== undefined) {
    const again = await rootOfKeptHeads(db, latest.day);
    if (!again.root.equals(latest.root)) faults.push({ kind: "root-differs", day: latest.day });
  }
  return { cases, actions, faults: faults.slice(0, MOST_FAULTS) };
}

type Head = { readonly version: number; readonly head: Buffer };

function faultsOfCase(caseId: string, rows: readonly ActionRow[], kept: Head | undefined): ChainFault[] {
  let previous: Buffer | undefined;
  let expected = 1;
  for (const row of rows) {
    if (row.seq !== expected) return [{ kind: "action-missing", caseId, seq: expected }];
    if (!actionHash(previous, row.body).equals(row.hash))
      return [{ kind: "hash-wrong", caseId, seq: row.seq }];
    if (!columnsAgree(caseId, row)) return [{ kind: "columns-differ", caseId, seq: row.seq }];
    previous = row.hash;
    expected++;
  }
  if (kept === undefined) return [{ kind: "case-file-missing", caseId }];
  if (kept.version > rows.length) return [{ kind: "action-missing", caseId, seq: expected }];
  const same = kept.version === rows.length && previous?.equals(kept.head);
  return same ? [] : [{ kind: "head-differs", caseId, seq: kept.version }];
}

function columnsAgree(caseId: string, row: ActionRow): boolean {
  const action = actionOfBody(row.body);
  return (
    action.caseId === caseId &&
    action.seq === row.seq &&
    action.at === row.at &&
    action.data.type === row.type &&
    (action.by.kind === "officer" ? (action.by.id ?? null) : null) === row.officerId &&
    (action.by.unitId ?? null) === row.unitId
  );
}
