import { describe, expect, it } from 'vitest';
import { makeBackupKey, parseBackupKey } from './backup-key.ts';
import { openSealed, sealStream } from './seal-stream.ts';

const key = parseBackupKey('mlmcsc-backup-key-1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8');
const chunk = 256 * 1024;
/** Where the first chunk begins. */
const header = 48;

async function* pieces(...all: Uint8Array[]) {
  yield* all;
}
async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of content) all.push(piece);
  return Buffer.concat(all);
}
const seal = (plain: Uint8Array, name = 'part') => collect(sealStream(key, name, pieces(plain)));
const open = (sealed: Uint8Array, name = 'part', by = key) => collect(openSealed(by, name, pieces(sealed)));
const patterned = (bytes: number) =>
  Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => (at * 31) % 251));

describe('a sealed stream', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7])(
    'gives %i bytes back',
    async (bytes) => {
      const plain = patterned(bytes);
      expect((await open(await seal(plain))).equals(plain)).toBe(true);
    },
  );

  it('gives the same whatever pieces it comes and goes in', async () => {
    const plain = patterned(chunk + 5_000);
    const sealed = await collect(sealStream(key, 'part', pieces(plain.subarray(0, 3), plain.subarray(3))));
    const byThousands = Array.from({ length: Math.ceil(sealed.length / 1000) }, (_, at) =>
      sealed.subarray(at * 1000, at * 1000 + 1000),
    );
    expect((await collect(openSealed(key, 'part', pieces(...byThousands)))).equals(plain)).toBe(true);
  });

  it('shows nothing of its content and differs each time', async () => {
    const plain = Buffer.alloc(1_000, 'secret');
    const [first, second] = [await seal(plain), await seal(plain)];
    expect(first.includes('secret')).toBe(false);
    expect(first.equals(second)).toBe(false);
  });

  it('tells a changed byte anywhere', async () => {
    const sealed = await seal(patterned(2 * chunk));
    for (const at of [0, 20, header, header + 3, header + 9, sealed.length - 1, header + chunk + 30]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      const code = at >= 8 && at < 16 ? 'backup-wrong-key' : 'backup-damaged';
      await expect(open(changed), `byte ${at}`).rejects.toMatchObject({ code });
    }
  });

  it('tells an end that was cut off, between chunks too, and one that grew', async () => {
    const sealed = await seal(patterned(2 * chunk));
    const firstChunk = header + 4 + chunk + 16;
    for (const length of [0, header - 1, header, header + 100, firstChunk, sealed.length - 1]) {
      await expect(open(sealed.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        code: 'backup-damaged',
      });
    }
    await expect(open(Buffer.concat([sealed, Buffer.from([0])]))).rejects.toMatchObject({
      code: 'backup-damaged',
    });
  });

  it('tells chunks that changed places', async () => {
    const sealed = await seal(patterned(3 * chunk));
    const size = 4 + chunk + 16;
    const at = (index: number) => sealed.subarray(header + index * size, header + (index + 1) * size);
    const swapped = Buffer.concat([sealed.subarray(0, header), at(1), at(0), at(2)]);
    await expect(open(swapped)).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  it('tells another part that was put in its place', async () => {
    await expect(open(await seal(patterned(10), 'other'))).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  it('names both keys when the wrong one is given', async () => {
    const other = parseBackupKey(makeBackupKey());
    await expect(open(await seal(patterned(10)), 'part', other)).rejects.toMatchObject({
      code: 'backup-wrong-key',
      detail: expect.stringContaining(key.id),
    });
  });
});

describe('a key of backups', () => {
  it('is refused when it is none', () => {
    for (const text of ['', 'password', 'mlmcsc-backup-key-1:short']) {
      expect(() => parseBackupKey(text)).toThrow('backup-key-invalid');
    }
  });
});
