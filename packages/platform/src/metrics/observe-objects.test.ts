import { NotFound, type ObjectStore, Unavailable } from '@mlmcsc/core';
import { expect, it } from 'vitest';
import { observeObjects } from './observe-objects.ts';
import { ProcessMetrics } from './process-metrics.ts';

it('tells how every call of the object store ended', async () => {
  const metrics = new ProcessMetrics('api', '1');
  const failures = [
    new NotFound('object-not-found', 'gone'),
    new Unavailable('object-damaged', 'damaged'),
    new Unavailable('objects-unavailable', 'away'),
  ];
  const store = {
    get: async () => {
      const failure = failures.pop();
      if (failure !== undefined) throw failure;
      return new Uint8Array(3);
    },
    async *stream() {
      yield new Uint8Array(2);
      yield new Uint8Array(2);
      throw new Unavailable('object-damaged', 'damaged');
    },
  } as unknown as ObjectStore;
  const objects = observeObjects(store, metrics);
  // From the beginning: only so is the first lost object a rise.
  expect(await metrics.text()).toContain(
    'mlmcsc_object_store_duration_seconds_count{operation="get",outcome="damaged"} 0',
  );
  for (const code of ['objects-unavailable', 'object-damaged', 'object-not-found']) {
    await expect(objects.get('key')).rejects.toMatchObject({ code });
  }
  expect(await objects.get('key')).toEqual(new Uint8Array(3));
  const read = async () => {
    let length = 0;
    for await (const piece of objects.stream('key')) length += piece.length;
    return length;
  };
  await expect(read()).rejects.toMatchObject({ code: 'object-damaged' });
  const text = await metrics.text();
  const count = (operation: string, outcome: string) =>
    text
      .split('\n')
      .find((line) =>
        line.startsWith(
          `mlmcsc_object_store_duration_seconds_count{operation="${operation}",outcome="${outcome}"}`,
        ),
      )
      ?.split(' ')[1];
  for (const outcome of ['ok', 'missing', 'damaged', 'failed']) expect(count('get', outcome)).toBe('1');
  expect([count('stream', 'ok'), count('stream', 'damaged')]).toEqual(['1', '1']);
});
