import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '@mlmcsc/learning/network';
import { distinctPictures } from '../../bench/load/distinct-pictures.ts';
import { signIn } from '../../test/api-session.ts';
import { renderSpecimenPicture } from '../../test/render-pictures.ts';
import { startSystem } from '../../test/services/system.ts';
import { faultsOf } from './faults.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Finding, verify } from './verify.ts';
import { work } from './workload.ts';

export interface ChaosOptions {
  readonly faults: number;
  /** Decides which faults come when. */
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface ChaosReport {
  readonly ledger: Ledger;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

const TECHNICIANS = 3;
const PAUSE_MS = [100, 1_500] as const;

/** Breaks every part of a working system, again and again, while technicians go on; then looks at what is there.
 * @throws when a technician gets an answer that no fault excuses
 */
export async function runChaos({ faults, seed, log }: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  const system = await startSystem({
    ...{ apis: 2, workers: 2, redis: true, s3: true, pooledConnections: 10 },
    environment: { MLMCSC_REQUESTS_PER_MINUTE: '100000' },
  });
  const stop = new AbortController();
  const giveUp = new AbortController();
  try {
    const { username, password } = system.administrator;
    const { cookie } = await signIn(system.url, username, password);
    const ledger = createLedger();
    const { jpeg } = await renderSpecimenPicture(77);
    const nextPicture = distinctPictures(jpeg);
    const startedAt = performance.now();
    const technicians = Promise.all(
      Array.from({ length: TECHNICIANS }, () =>
        work({
          ...{ url: system.url, cookie, ledger, nextPicture },
          ...{ stop: stop.signal, giveUp: giveUp.signal },
        }),
      ),
    );
    // What ends their work early is heard at the end; it must not end the process before.
    let failure: unknown = null;
    technicians.catch((error: unknown) => {
      failure = error;
    });

    const all = faultsOf(system, random);
    const struck = new Map<string, number>();
    for (let index = 0; index < faults && failure === null; index++) {
      // Every kind once in each round, in an order of its own.
      const fault = nextOf(all, struck, random.uniform());
      struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
      log(`${String(index + 1).padStart(4)}  ${fault.name}`);
      await fault.strike();
      await delay(PAUSE_MS[0] + random.uniform() * (PAUSE_MS[1] - PAUSE_MS[0]));
    }
    stop.abort();
    const patience = setTimeout(() => giveUp.abort(new Error('a request was not accepted in time')), 180_000);
    await technicians.finally(() => clearTimeout(patience));
    log('All faults are mended; waiting for the jobs, then looking.');
    const findings = await verify(system, cookie, ledger);
    return { ledger, struck, findings, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    giveUp.abort();
    await system.stop();
  }
}

function nextOf<T extends { readonly name: string }>(
  all: readonly T[],
  struck: ReadonlyMap<string, number>,
  draw: number,
): T {
  const times = ({ name }: T) => struck.get(name) ?? 0;
  const least = Math.min(...all.map(times));
  const open = all.filter((one) => times(one) === least);
  return open[Math.floor(draw * open.length)] as T;
}
