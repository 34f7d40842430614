import { createHash } from "node:crypto";

/**
 * Merkle tree hash of RFC 6962 (2.1), fed leaf by leaf in constant memory: leaves are SHA-256(0x00 ‖ leaf), nodes
 * SHA-256(0x01 ‖ left ‖ right); of no leaves it is SHA-256 of nothing.
 */
export class MerkleTree {
  /** Roots of complete subtrees, the largest first; their sizes are the binary digits of the count. */
  readonly #stack: { readonly size: number; readonly hash: Buffer }[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(leaf: Buffer): void {
    this.addTree(1, leafHash(leaf));
  }

  /**
   * Adds the root of a complete tree of so many leaves (a power of two) that was hashed elsewhere. Throws where what was
   * added before does not end at a multiple of it: the tree would be another one.
   */
  addTree(size: number, hash: Buffer): void {
    if (this.#count % size !== 0) throw new Error(`a tree of ${size} leaves does not follow ${this.#count}`);
    this.#count += size;
    let node = { size, hash };
    for (
      let last = this.#stack.at(-1);
      last !== undefined && last.size === node.size;
      last = this.#stack.at(-1)
    ) {
      this.#stack.pop();
      node = { size: node.size * 2, hash: sha256(Buffer.of(1), last.hash, node.hash) };
    }
    this.#stack.push(node);
  }

  root(): Buffer {
    let right: Buffer | undefined;
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const left = this.#stack[index]?.hash;
      if (left === undefined) break;
      right = right === undefined ? left : sha256(Buffer.of(1), left, right);
    }
    return right ?? sha256();
  }
}

/** The hash of one leaf. */
export function leafHash(leaf: Buffer): Buffer {
  return sha256(Buffer.of(0), leaf);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The leaf of a case in a day's tree: its id (16 bytes), the number of its last action (4 bytes, big endian), its head. */
export function caseLeaf(caseId: string, seq: number, head: Buffer): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(seq);
  return Buffer.concat([Buffer.from(caseId.replaceAll("-", ""), "hex"), number, head]);
}
