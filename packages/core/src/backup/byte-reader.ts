/** Reads a stream of pieces of any size in pieces of a wanted size. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #isDone = false;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#pieces = content[Symbol.asyncIterator]();
  }

  /** So many bytes, or fewer where the stream ends. */
  async upTo(bytes: number): Promise<Buffer> {
    while (this.#waitingBytes < bytes && (await this.#more()));
    const all = Buffer.concat(this.#waiting);
    const rest = all.subarray(bytes);
    this.#waiting = rest.length === 0 ? [] : [rest];
    this.#waitingBytes = rest.length;
    return all.subarray(0, bytes);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#waitingBytes === 0 && (await this.#more()));
    return this.#waitingBytes === 0;
  }

  async #more(): Promise<boolean> {
    if (this.#isDone) return false;
    const next = await this.#pieces.next();
    if (next.done === true) {
      this.#isDone = true;
      return false;
    }
    this.#waiting.push(next.value);
    this.#waitingBytes += next.value.length;
    return true;
  }
}
