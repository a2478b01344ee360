import type { Analysis, Image, Job, JobItem } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../shared/state/store.ts';
import { createIntakeController, type IntakeGateway } from './intake-controller.ts';
import { countQueue, EMPTY_QUEUE, moveSelection, restoreQueue, serialiseQueue } from './intake-queue.ts';
import type { KeptPicture, Outbox } from './outbox.ts';

const file = (name: string) => new File(['x'], name);

function setUp(overrides: Partial<IntakeGateway> = {}) {
  const store = createStore(EMPTY_QUEUE);
  const calls: string[] = [];
  const watchers = new Map<string, (job: Job) => void>();
  const stopped: string[] = [];
  let jobItems: JobItem[] = [];
  const errors: unknown[] = [];
  const gateway: IntakeGateway = {
    uploadImage: async (upload) => {
      calls.push(`upload ${upload.name}`);
      return { id: `image-${upload.name}` } as Image;
    },
    createAnalysis: async (imageId) => {
      calls.push(`analyse ${imageId}`);
      return { id: `analysis-of-${imageId}` } as Analysis;
    },
    createBatch: async (imageIds) => {
      calls.push(`batch of ${imageIds.length}`);
      return { id: 'job-1', state: 'queued' } as Job;
    },
    listJobItems: async () => jobItems,
    watchJob: (jobId, onChange) => {
      watchers.set(jobId, onChange);
      return () => stopped.push(jobId);
    },
    ...overrides,
  };
  let nextKey = 0;
  const kept = new Map<string, KeptPicture>();
  const outbox: Outbox = {
    keep: async (picture) => {
      kept.set(picture.key, picture);
    },
    forget: async (key) => {
      kept.delete(key);
    },
    list: async () => [...kept.values()],
  };
  const controller = createIntakeController({
    store,
    gateway,
    outbox,
    isAway: (error) => (error as Error).message === 'away',
    onHeld: () => {},
    describeError: (error) => (error as Error).message,
    onError: (error) => errors.push(error),
    createKey: () => `key-${nextKey++}`,
  });
  const report = async (state: Job['state'], items: JobItem[], error: string | null = null) => {
    jobItems = items;
    watchers.get('job-1')?.({ id: 'job-1', state, error } as Job);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const states = () => store.get().items.map((item) => item.state);
  return { store, kept, outbox, controller, calls, stopped, errors, report, states };
}

const item = (name: string, state: JobItem['state']): JobItem => ({
  image_id: `image-${name}`,
  analysis_id: state === 'done' ? `analysis-of-${name}` : null,
  state,
  error: state === 'failed' ? 'damaged' : null,
});

describe('a few pictures', () => {
  it('are uploaded and analysed at once', async () => {
    const { controller, store, calls } = setUp();
    await controller.add([file('a'), file('b')], {});
    expect(calls.filter((call) => call.startsWith('analyse'))).toEqual([
      'analyse image-a',
      'analyse image-b',
    ]);
    expect(store.get().items.map((entry) => entry.analysisId)).toEqual([
      'analysis-of-image-a',
      'analysis-of-image-b',
    ]);
    expect(store.get().selectedKey).toBe('key-0');
  });

  it('show a failure beside the others and try again from the step that failed', async () => {
    let isBroken = true;
    const { controller, states, calls, errors, store } = setUp({
      createAnalysis: async (imageId) => {
        calls.push(`analyse ${imageId}`);
        if (imageId === 'image-b' && isBroken) throw new Error('too busy');
        return { id: `analysis-of-${imageId}` } as Analysis;
      },
    });
    await controller.add([file('a'), file('b')], {});
    expect(states()).toEqual(['done', 'failed']);
    expect(store.get().items[1]?.error).toBe('too busy');
    expect(errors).toHaveLength(1);
    isBroken = false;
    await controller.retry('key-1');
    expect(states()).toEqual(['done', 'done']);
    expect(calls.filter((call) => call.startsWith('upload'))).toHaveLength(2);
  });
});

describe('many pictures', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];

  it('become one job whose results arrive as they finish', async () => {
    const { controller, report, states, calls, stopped } = setUp();
    await controller.add(names.map(file), {});
    expect(calls.at(-1)).toBe('batch of 5');
    expect(states()).toEqual(Array(5).fill('analysing'));

    await report('running', [item('a', 'done'), item('b', 'failed'), item('c', 'waiting')]);
    expect(states()).toEqual(['done', 'failed', 'analysing', 'analysing', 'analysing']);

    await report(
      'completed',
      names.map((name) => item(name, name === 'b' ? 'failed' : 'done')),
    );
    expect(states()).toEqual(['done', 'failed', 'done', 'done', 'done']);
    expect(stopped).toEqual(['job-1']);
  });

  it('name each stored picture once, also when two files hold the same picture', async () => {
    const { controller, calls, report, states } = setUp({
      uploadImage: async () => ({ id: 'image-a' }) as Image,
    });
    await controller.add(names.map(file), {});
    expect(calls).toEqual(['batch of 1']);
    await report('completed', [item('a', 'done')]);
    expect(states()).toEqual(Array(5).fill('done'));
  });

  it('leave out what could not be uploaded', async () => {
    const { controller, calls, states } = setUp({
      uploadImage: async (upload) => {
        if (upload.name === 'c') throw new Error('not a picture');
        return { id: `image-${upload.name}` } as Image;
      },
    });
    await controller.add(names.map(file), {});
    expect(calls).toEqual(['batch of 4']);
    expect(states()[2]).toBe('failed');
  });

  it('say why nothing more comes when the job is cancelled or dead', async () => {
    const { controller, report, store } = setUp();
    await controller.add(names.map(file), {});
    await report('dead', [item('a', 'done')], 'the model is missing');
    expect(store.get().items.map((entry) => entry.error)).toEqual([
      null,
      ...Array(4).fill('the model is missing'),
    ]);
  });
});

describe('while the server is away', () => {
  it('pictures wait, and are sent once when it is back, each under its own key', async () => {
    let isAway = true;
    const { controller, states, kept, calls } = setUp({
      uploadImage: async (upload) => {
        if (isAway) throw new Error('away');
        calls.push(`upload ${upload.name}`);
        return { id: `image-${upload.name}` } as Image;
      },
      createAnalysis: async (imageId, key) => {
        calls.push(`analyse ${imageId} as ${key}`);
        return { id: `analysis-of-${imageId}` } as Analysis;
      },
    });
    await controller.add([file('a'), file('b')], { specimen: 'S-1' });
    expect(states()).toEqual(['held', 'held']);
    await controller.flush();
    expect(states()).toEqual(['held', 'held']);
    isAway = false;
    await Promise.all([controller.flush(), controller.flush()]);
    expect(states()).toEqual(['done', 'done']);
    expect(calls.toSorted()).toEqual([
      'analyse image-a as key-0',
      'analyse image-b as key-1',
      'upload a',
      'upload b',
    ]);
    expect(kept.size).toBe(0);
  });

  it('what waits survives a reload and an emptied queue', async () => {
    const before = setUp({
      uploadImage: async () => {
        throw new Error('away');
      },
    });
    await before.controller.add([file('a')], { specimen: 'S-1' });
    before.controller.clear();
    expect(before.states()).toEqual(['held']);

    const contexts: unknown[] = [];
    const after = setUp({
      uploadImage: async (_upload, context) => {
        contexts.push(context);
        return { id: 'image-a' } as Image;
      },
    });
    for (const picture of before.kept.values()) await after.outbox.keep(picture);
    await after.controller.restore();
    expect(after.states()).toEqual(['done']);
    expect(contexts).toEqual([{ specimen: 'S-1' }]);
    await after.controller.restore();
    expect(after.states()).toEqual(['done']);
  });

  it('a picture whose answer was lost is measured without a second upload', async () => {
    let isAway = true;
    const { controller, states, calls } = setUp({
      createAnalysis: async (imageId, key) => {
        calls.push(`analyse as ${key}`);
        if (isAway) throw new Error('away');
        return { id: `analysis-of-${imageId}` } as Analysis;
      },
    });
    await controller.add([file('a')], {});
    expect(states()).toEqual(['held']);
    isAway = false;
    await controller.flush();
    expect(states()).toEqual(['done']);
    expect(calls).toEqual(['upload a', 'analyse as key-0', 'analyse as key-0']);
  });
});

describe('the queue', () => {
  it('survives a reload as far as the server knows it', async () => {
    const { controller, store } = setUp();
    await controller.add([file('a'), file('b')], {});
    const restored = restoreQueue(serialiseQueue(store.get()));
    expect(restored).toEqual(store.get());
    expect(restoreQueue('{"items":[{"key":1}]}')).toEqual(EMPTY_QUEUE);
    expect(restoreQueue('broken')).toEqual(EMPTY_QUEUE);
    expect(restoreQueue(null)).toEqual(EMPTY_QUEUE);
  });

  it('moves the selection and holds at the ends', async () => {
    const { controller, store } = setUp();
    await controller.add([file('a'), file('b')], {});
    store.update((queue) => moveSelection(queue, 1));
    expect(store.get().selectedKey).toBe('key-1');
    store.update((queue) => moveSelection(queue, 1));
    expect(store.get().selectedKey).toBe('key-1');
    controller.remove('key-1');
    expect(store.get().selectedKey).toBe('key-0');
    expect(countQueue(store.get().items)).toEqual({ total: 1, done: 1, failed: 0, busy: 0, held: 0 });
  });
});
