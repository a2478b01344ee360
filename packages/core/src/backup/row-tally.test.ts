import { expect, it } from 'vitest';
import { RowTally } from './row-tally.ts';

async function tallyOf(...pieces: string[]): Promise<RowTally> {
  const tally = new RowTally();
  async function* content() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  for await (const _piece of tally.watch(content()));
  return tally;
}

it('counts rows and does not mind their order or the pieces they come in', async () => {
  const [one, other] = [
    await tallyOf('a\t1\nb\t2\nc\t\\N\n'),
    await tallyOf('c\t\\', 'N\nb\t2', '\n', 'a\t1\n'),
  ];
  expect(one.rows).toBe(3);
  expect(other.rows).toBe(3);
  expect(other.digest).toBe(one.digest);
});

it('tells a changed, a missing and a doubled row', async () => {
  const digests = await Promise.all(
    ['a\nb\n', 'a\nc\n', 'a\n', 'a\nb\nb\n', 'b\nb\n', ''].map(async (text) => (await tallyOf(text)).digest),
  );
  expect(new Set(digests).size).toBe(digests.length);
});
