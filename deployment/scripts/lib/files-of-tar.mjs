const BLOCK = 512;

/**
 * Files of a tar archive, one at a time; only the wanted ones are kept in memory.
 * @param {AsyncIterable<Buffer>} stream an archive as `docker export` writes it
 * @param {(path: string) => boolean} isWanted
 * @returns {AsyncGenerator<{path: string, content: Buffer}>}
 */
export async function* filesOfTar(stream, isWanted) {
  const read = reader(stream);
  let longPath = null;
  while (true) {
    const header = await read(BLOCK);
    if (header === null || header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const type = String.fromCharCode(header[156]);
    const prefix = text(header, 345, 155);
    const path = longPath ?? (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100);
    const isName = type === 'x' || type === 'L';
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    const isFile = type === '0' || type === '\0';
    const content = await read(padded, isName || (isFile && isWanted(path)));
    if (isName) {
      longPath = type === 'L' ? text(content, 0, size) : pathOf(content.subarray(0, size).toString('utf8'));
      continue;
    }
    longPath = null;
    if (isFile && isWanted(path)) yield { path, content: content.subarray(0, size) };
  }
}

const text = (buffer, start, length) =>
  buffer
    .toString('utf8', start, start + length)
    .replace(/\0.*$/s, '')
    .trim();

/** The name in an extended header (POSIX pax), or null. */
const pathOf = (records) => /^\d+ path=(.*)$/m.exec(records)?.[1] ?? null;

/** Reads so many bytes; with `keep` false they are dropped. */
function reader(stream) {
  const iterator = stream[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  return async (length, keep = true) => {
    const parts = [];
    let missing = length;
    while (missing > 0) {
      if (rest.length === 0) {
        const { value, done } = await iterator.next();
        if (done) return null;
        rest = value;
      }
      const piece = rest.subarray(0, missing);
      rest = rest.subarray(piece.length);
      missing -= piece.length;
      if (keep) parts.push(piece);
    }
    return Buffer.concat(parts);
  };
}
