import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Unavailable, Unprocessable } from '../errors.ts';
import type { BackupKey } from './backup-key.ts';
import { ByteReader } from './byte-reader.ts';

const magic = Buffer.from('MLMCSCB1');
const saltBytes = 32;
const tagBytes = 16;
const lengthBytes = 4;
const chunkBytes = 256 * 1024;
const lastFlag = 0x8000_0000;
const headerBytes = magic.length + 8 + saltBytes;

/** Encrypts a stream piece by piece (AES-256-GCM). Every chunk is bound to its place, to the part's name and to being the last or
 * not, so that nothing can be cut off, moved, repeated or put in place of another part unnoticed.
 *
 * Layout: `MLMCSCB1`, 8 bytes that name the key, 32 bytes of salt; then chunks of 4 bytes (length, top bit: the last), the
 * encrypted bytes, 16 bytes of tag. The key of a part is derived from salt and name, so a nonce is never used twice.
 * @param name - of the part, the same to open it
 */
export async function* sealStream(
  key: BackupKey,
  name: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const salt = randomBytes(saltBytes);
  const header = Buffer.concat([magic, Buffer.from(key.id, 'hex'), salt]);
  const partKey = key.derive(name, salt);
  yield header;
  const reader = new ByteReader(content);
  for (let index = 0, isLast = false; !isLast; index += 1) {
    const plain = await reader.upTo(chunkBytes);
    isLast = await reader.isAtEnd();
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE((plain.length | (isLast ? lastFlag : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', partKey, nonceOf(index, isLast));
    cipher.setAAD(Buffer.concat([header, length]));
    const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
    yield Buffer.concat([length, encrypted, cipher.getAuthTag()]);
  }
}

/** Decrypts what `sealStream` made; each piece is proven before it is handed out, the end is proven at the end.
 * @throws Unprocessable `backup-wrong-key`; Unavailable `backup-damaged`
 */
export async function* openSealed(
  key: BackupKey,
  name: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const reader = new ByteReader(content);
  const header = await reader.upTo(headerBytes);
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) {
    throw damaged(name, 'it does not begin as one');
  }
  const keyId = header.subarray(magic.length, magic.length + 8).toString('hex');
  if (keyId !== key.id) throw wrongKey(keyId, key.id);
  const partKey = key.derive(name, header.subarray(headerBytes - saltBytes));
  for (let index = 0, isLast = false; !isLast; index += 1) {
    const length = await reader.upTo(lengthBytes);
    if (length.length < lengthBytes) throw damaged(name, 'its end is missing');
    const word = length.readUInt32BE();
    isLast = (word & lastFlag) !== 0;
    const plainBytes = (word & ~lastFlag) >>> 0;
    if (plainBytes > chunkBytes) throw damaged(name, `chunk ${index} is not what was written`);
    const sealed = await reader.upTo(plainBytes + tagBytes);
    if (sealed.length < plainBytes + tagBytes) throw damaged(name, 'its end is missing');
    const decipher = createDecipheriv('aes-256-gcm', partKey, nonceOf(index, isLast));
    decipher.setAAD(Buffer.concat([header, length]));
    decipher.setAuthTag(sealed.subarray(plainBytes));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(sealed.subarray(0, plainBytes)), decipher.final()]);
    } catch (cause) {
      throw damaged(name, `chunk ${index} is not what was written`, cause);
    }
    if (plain.length > 0) yield plain;
  }
  if (!(await reader.isAtEnd())) throw damaged(name, 'something was added after its end');
}

/** 12 bytes: the number of the chunk, then whether it is the last. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

const damaged = (name: string, what: string, cause?: unknown) =>
  new Unavailable('backup-damaged', `The part ${name} of the backup is damaged: ${what}.`, {
    ...{ context: { name }, retryable: false, cause },
  });

const wrongKey = (needed: string, given: string) =>
  new Unprocessable(
    'backup-wrong-key',
    `The backup was made with the key ${needed}, not with the key ${given} that was given.`,
  );
