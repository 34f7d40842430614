import { addDays, type LocalDate } from "../../../kernel/time.ts";
import type { DatedHead, DayRoot } from "./day-root-store.ts";
import { caseLeaf, leafHash, MerkleTree } from "./merkle.ts";

/** Cases whose part of the tree is hashed once for all days on which none of them changed; a power of two. */
const BLOCK = 1024;

/** The heads of one case: hashed leaves with the day from which each holds, oldest first. */
type Leaves = { readonly day: LocalDate; readonly hash: Buffer }[];

/**
 * The Merkle roots at the ends of several days, from one reading of the heads. Cases lie in the order of their ids,
 * which is about that of their coming: on most days most blocks of cases are what they were the day before, and their
 * part of the tree is not hashed again.
 * @param heads in the order of cases and days, as keptHeadsBetween gives them for the first and the last day.
 */
export async function rootsOfDays(
  heads: AsyncIterable<DatedHead>,
  first: LocalDate,
  last: LocalDate,
): Promise<DayRoot[]> {
  const trees = new Map<LocalDate, MerkleTree>();
  for (let day = first; day <= last; day = addDays(day, 1)) trees.set(day, new MerkleTree());
  let block: Leaves[] = [];
  let current = "";
  for await (const { caseId, day, seq, hash } of heads) {
    if (caseId !== current) {
      if (block.length === BLOCK) {
        addBlock(trees, block);
        block = [];
      }
      current = caseId;
      block.push([]);
    }
    block.at(-1)?.push({ day, hash: leafHash(caseLeaf(caseId, seq, hash)) });
  }
  addBlock(trees, block);
  return [...trees].map(([day, tree]) => ({ day, root: tree.root(), caseCount: tree.count }));
}

function addBlock(trees: ReadonlyMap<LocalDate, MerkleTree>, block: readonly Leaves[]): void {
  const changed = new Set(block.flatMap((leaves) => leaves.map(({ day }) => day)));
  let leaves: readonly Buffer[] = [];
  let root: Buffer | undefined;
  for (const [day, tree] of trees) {
    if (changed.has(day)) {
      leaves = block.flatMap((one) => one.findLast((leaf) => leaf.day <= day)?.hash ?? []);
      root = undefined;
    }
    if (leaves.length === BLOCK && tree.count % BLOCK === 0) {
      root ??= rootOf(leaves);
      tree.addTree(BLOCK, root);
    } else {
      for (const hash of leaves) tree.addTree(1, hash);
    }
  }
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = new MerkleTree();
  for (const hash of leaves) tree.addTree(1, hash);
  return tree.root();
}
