import {
  createDriftUseCases,
  DRIFT_SIGNALS,
  type DriftFinding,
  type DriftReference,
  type DriftUseCases,
  describeDrift,
  describeSignal,
  toDeepJsonNames,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const withDrift = <T>(config: Config, work: (drift: DriftUseCases) => Promise<T>) =>
  withStore(config, (store) => work(createDriftUseCases({ store, clock: systemClock, ids: uuidV7 })));

/** `mlmcsc drift show`. @returns the exit code: 1 while something is open that nobody has acknowledged */
export const showDrift = (config: Config, { json = false }: { json?: boolean }): Promise<number> =>
  withDrift(config, async (drift) => {
    const { reference, signals, open } = await drift.status();
    if (json) {
      const shown = signals.map(({ signal, chart }) => {
        const { shown: _points, ...rest } = chart ?? { shown: [], signal, state: 'not-watched' };
        return { ...rest, summary: describeSignal(signal, chart) };
      });
      const findings = open.map((finding) => ({ ...finding, ...describeDrift(finding.signal, finding) }));
      print(JSON.stringify(toDeepJsonNames({ reference, signals: shown, open: findings })));
    } else {
      print(referenceLine(reference));
      for (const { signal, chart } of signals) {
        print(`${DRIFT_SIGNALS[signal].name.padEnd(24)}${describeSignal(signal, chart)}`);
      }
      for (const finding of open) for (const line of linesOf(finding)) print(line);
    }
    return open.some(({ acknowledgedAt }) => acknowledgedAt === null) ? exitCodes.failed : exitCodes.ok;
  });

/** `mlmcsc drift acknowledge`. */
export const acknowledgeDrift = (config: Config, id: string, { reason }: { reason: string }) =>
  withDrift(config, async (drift) => {
    const finding = await drift.acknowledge({ id, reason, by: operator });
    for (const line of linesOf(finding)) print(line);
  });

/** `mlmcsc drift reference`. @throws CommandFailure (usage) */
export function setDriftReference(
  config: Config,
  { reason, from }: { reason: string; from?: string },
): Promise<void> {
  const beginsAt = from === undefined ? null : new Date(from);
  if (beginsAt !== null && Number.isNaN(beginsAt.getTime())) {
    throw new CommandFailure(
      `--from is ${from}; give a moment such as 2026-11-20T06:00:00Z.`,
      exitCodes.usage,
    );
  }
  return withDrift(config, async (drift) => {
    print(referenceLine(await drift.setReference({ reason, beginsAt, by: operator })));
  });
}

function referenceLine(reference: DriftReference | null): string {
  if (reference === null) return 'No reference yet: nothing was measured, or not evaluated.';
  const { beginsAt, pictures, points, isComplete, watchedPictures, canaryPictures, reason } = reference;
  const taken = `${pictures} pictures, ${points} points`;
  const state = isComplete ? `${taken}; ${watchedPictures} pictures since` : `${taken} so far`;
  const apart =
    canaryPictures === 0
      ? ''
      : ` ${canaryPictures} answered by a challenger on trial: not in the charts of answers and labels.`;
  return `Reference from ${beginsAt.toISOString()} (${reason}): ${state}.${apart}`;
}

function linesOf(finding: DriftFinding): string[] {
  const { summary, advice } = describeDrift(finding.signal, finding);
  const known =
    finding.acknowledgement === null ? [] : [`  ${finding.acknowledgedBy}: ${finding.acknowledgement}`];
  return [`${finding.id}  since ${finding.since.toISOString()}  ${summary}`, `  ${advice}`, ...known];
}
