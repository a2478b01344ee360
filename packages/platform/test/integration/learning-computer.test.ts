import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LEARNING_COMPUTATIONS, type LearningComputer } from '@mlmcsc/core';
import { decodeModel } from '@mlmcsc/learning';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ThreadLearningComputer } from '../../src/learner/index.ts';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { startQueueRunner } from '../../src/queue/index.ts';
import { silentLog, startTestDatabaseServer } from '../../src/testing/index.ts';

const SHIPPED = join(import.meta.dirname, '../../../../models/default.mlmcsc');
type CandidateRequest = Parameters<(typeof LEARNING_COMPUTATIONS)['makeCandidate']>[0];

let computer: ThreadLearningComputer;
let base: CandidateRequest['base'];
beforeAll(async () => {
  computer = new ThreadLearningComputer({ graceMs: 500 });
  const model = decodeModel(await readFile(SHIPPED));
  base = { model, record: { version: model.version, digest: 'a'.repeat(64), labelCount: 0 } as never };
});
afterAll(() => computer.close());

/** A replay of so many labels; the same numbers each time. */
function replayOf(count: number): CandidateRequest {
  const { centre, scale } = base.model.head.scaling;
  const samples = Array.from({ length: count }, (_, i) => {
    const features = Float64Array.from(centre, (value, j) => value + scale[j]! * Math.sin(7 * i + 3 * j));
    const shearPercent = (37 * i) % 101;
    const unanswered = { predictedPercent: null, predictedLower: null, predictedUpper: null };
    const label = { id: `label-${i}`, shearPercent, ...unanswered } as never;
    return {
      label,
      replacesLearned: false,
      sample: { features, shearPercent, technician: 'tess', specimen: `S${i}` },
    };
  });
  const items = samples.map(({ label, sample }) => ({
    labelId: (label as { id: string }).id,
    ...{ shearPercent: sample.shearPercent, technician: 'tess', specimen: sample.specimen, heat: null },
  }));
  const trainingSet = { version: { digest: 'b'.repeat(64) }, items } as never;
  return {
    ...{ parent: base, base, samples, trainingSet, strategy: 'immediate' },
    isReplay: true,
    crossValidate: true,
  };
}

const never = () => new AbortController().signal;

describe('learning on a thread', () => {
  test('gives the same candidate as on the calling thread, to the bit', async () => {
    const request = replayOf(60);
    const here = LEARNING_COMPUTATIONS.makeCandidate(request);
    const there = await computer.run('makeCandidate', request, { signal: never() });
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0);
    expect(there.model.version).toBe(here.model.version);
    expect(there.evaluation).toEqual(here.evaluation);
    expect([...there.answers]).toEqual([...here.answers]);

    const gate = { champion: base, championHeldOut: [], candidateHeldOut: [], standing: null };
    const training = request.samples;
    expect(
      await computer.run(
        'weighCandidate',
        { ...gate, candidate: there, championTraining: training },
        { signal: never() },
      ),
    ).toEqual(LEARNING_COMPUTATIONS.weighCandidate({ ...gate, candidate: here, championTraining: training }));
    const asked = { champion: base, samples: training.slice(0, 5) };
    expect(await computer.run('predictLabels', asked, { signal: never() })).toEqual(
      LEARNING_COMPUTATIONS.predictLabels(asked),
    );
  });

  test('tells how far it is', async () => {
    const shares: number[] = [];
    await computer.run('makeCandidate', replayOf(1_500), {
      signal: never(),
      onProgress: (share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((left, right) => left - right)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('ends soon when it is not wanted any more, and the next one is carried out', async () => {
    const ending = new AbortController();
    const reason = new Error('cancelled by a person');
    const started = Promise.withResolvers<void>();
    const work = computer.run('makeCandidate', replayOf(4_000), {
      signal: ending.signal,
      onProgress: () => started.resolve(),
    });
    await started.promise;
    const askedAt = performance.now();
    ending.abort(reason);
    await expect(work).rejects.toBe(reason);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
    await computer.run('makeCandidate', replayOf(2), { signal: never() });
    await expect(
      computer.run('makeCandidate', replayOf(2), { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  test('a failure comes back as one', async () => {
    await expect(computer.run('makeCandidate', replayOf(0), { signal: never() })).rejects.toThrow(
      'samples is empty',
    );
  });
});

test('while a worker learns, its heart beats and its entry is not given to another', async () => {
  const server = await startTestDatabaseServer();
  const url = await server.createDatabase();
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  const starts: string[] = [];
  const done = Promise.withResolvers<void>();
  const learn = async (by: string, on: LearningComputer) => {
    starts.push(by);
    await on.run('makeCandidate', replayOf(3_000), { signal: never() });
    done.resolve();
  };
  const startWorker = (name: string) =>
    startQueueRunner({
      ...{ url, log: silentLog, run: () => learn(name, computer) },
      lanes: [{ kinds: ['model.retrain.v1'], concurrency: 1 }],
      heartbeat: { intervalMs: 100, deadAfterMs: 1_000 },
    });
  const workers = [await startWorker('first'), await startWorker('second')];
  const client = new Client({ connectionString: url });
  await client.connect();
  const delays = monitorEventLoopDelay({ resolution: 10 });
  try {
    await new PostgresStore(pool).rows.queue.enqueue({ kind: 'model.retrain.v1', jobId: 'one' });
    delays.enable();
    let isDone = false;
    void done.promise.then(() => {
      isDone = true;
    });
    const startedAt = performance.now();
    let longestSilence = 0;
    while (!isDone) {
      const { rows } = await client.query<{ silence: number }>(
        'select max(extract(epoch from clock_timestamp() - beat_at))::float as silence from worker_heartbeats',
      );
      longestSilence = Math.max(longestSilence, rows[0]!.silence);
    }
    delays.disable();
    // Long enough that a blocked loop would have missed the time after which a worker counts as dead.
    expect(performance.now() - startedAt).toBeGreaterThan(1_000);
    expect(starts).toHaveLength(1);
    expect(longestSilence).toBeLessThan(1);
    expect(delays.max / 1e6).toBeLessThan(1_000);
    expect(delays.percentile(99) / 1e6).toBeLessThan(200);
  } finally {
    await client.end();
    for (const worker of workers) await worker.stop();
    await pool.end();
    await server.stop();
  }
});
