import { createHash } from 'node:crypto';

const lineFeed = 10;
const words = 8;

/** Counts the rows of a table and makes a digest of them that does not depend on their order: the sum of the SHA-256 of every row. */
export class RowTally {
  rows = 0;
  readonly #sum = new Uint32Array(words);
  #rest: Buffer[] = [];

  /** The pieces unchanged, counted as they pass. */
  async *watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    for await (const piece of content) {
      this.#add(piece);
      yield piece;
    }
  }

  /** 64 hexadecimal digits. */
  get digest(): string {
    return Array.from(this.#sum, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  #add(piece: Uint8Array): void {
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
      this.#rest.push(Buffer.from(piece.buffer, piece.byteOffset + from, end - from));
      this.#count(Buffer.concat(this.#rest));
      this.#rest = [];
      from = end + 1;
    }
    // A copy: the piece may be used again by whoever made it.
    if (from < piece.length) this.#rest.push(Buffer.from(piece.subarray(from)));
  }

  #count(row: Buffer): void {
    this.rows += 1;
    const hash = createHash('sha256').update(row).digest();
    let carry = 0;
    for (let word = words - 1; word >= 0; word -= 1) {
      const total = (this.#sum[word] as number) + hash.readUInt32BE(word * 4) + carry;
      this.#sum[word] = total >>> 0;
      carry = total > 0xffff_ffff ? 1 : 0;
    }
  }
}
