import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseLeaf, MerkleTree } from "./merkle.ts";

const sha = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, word by word: split at the largest power of two below the count. */
function reference(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), first);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Buffer.of(1), reference(leaves.slice(0, half)), reference(leaves.slice(half)));
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

describe("the Merkle root of a day", () => {
  it("is the tree hash of RFC 6962 for any number of leaves", () => {
    const leaves = fc.array(
      fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
      { maxLength: 70 },
    );
    fc.assert(fc.property(leaves, (all) => rootOf(all).equals(reference(all))));
  });

  it("has the published hash of the empty tree", () => {
    expect(rootOf([]).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("changes when any leaf changes", () => {
    const leaves = Array.from({ length: 13 }, (_, index) => Buffer.of(index));
    for (let index = 0; index < 13; index++) {
      const changed = leaves.map((leaf, at) => (at === index ? Buffer.of(200) : leaf));
      expect(rootOf(changed).equals(rootOf(leaves))).toBe(false);
    }
  });

  it("takes a complete part that was hashed elsewhere, where it fits", () => {
    const leaves = Array.from({ length: 13 }, (_, index) => Buffer.of(index));
    const part = new MerkleTree();
    for (const leaf of leaves.slice(4, 8)) part.add(leaf);
    const tree = new MerkleTree();
    for (const leaf of leaves.slice(0, 4)) tree.add(leaf);
    tree.addTree(4, part.root());
    expect(() => tree.addTree(16, part.root())).toThrow("does not follow 8");
    for (const leaf of leaves.slice(8)) tree.add(leaf);
    expect(tree.root().equals(reference(leaves))).toBe(true);
  });

  it("binds a leaf to its case and to the number of its actions", () => {
    const head = Buffer.alloc(32, 7);
    const leaf = caseLeaf("0199f3a0-0000-7000-8000-000000000001", 3, head);
    expect(leaf.length).toBe(52);
    expect(caseLeaf("0199f3a0-0000-7000-8000-000000000001", 4, head).equals(leaf)).toBe(false);
    expect(caseLeaf("0199f3a0-0000-7000-8000-000000000002", 3, head).equals(leaf)).toBe(false);
  });
});
