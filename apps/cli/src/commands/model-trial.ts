import {
  createModelTrials,
  type ModelTrials,
  type Store,
  type TrialComparison,
  type TrialRecord,
  toDeepJsonNames,
  toJsonNames,
} from '@mlmcsc/core';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { describeComparison } from '../report/comparison-text.ts';
import { withStore } from './with-store.ts';

/** Who appears in the audit trail for what is done on the command line. */
const username = 'system';
const print = (line: string) => process.stdout.write(`${line}\n`);

type Trials = Omit<ModelTrials, 'answerTrialPictures'>;

const withTrials = <T>(config: Config, work: (trials: Trials, store: Store) => Promise<T>): Promise<T> =>
  withStore(config, (store) => {
    const measurer = { modelPipelineVersion: PIPELINE_VERSION };
    return work(createModelTrials({ store, clock: systemClock, ids: uuidV7, measurer }), store);
  });

const kindOf = ({ percent }: TrialRecord) => (percent === 0 ? 'shadow' : `canary ${percent} %`);

function lineOf(trial: TrialRecord): string {
  const { id, startedAt, endedAt, modelVersion, startedBy, reason, endedBy, endReason } = trial;
  const until = endedAt === null ? 'runs' : `until ${endedAt.toISOString()}`;
  const end = endedAt === null ? '' : `; ended by ${endedBy}: ${endReason}`;
  return `${id}  ${startedAt.toISOString()}  ${until}  ${modelVersion}  ${kindOf(trial)}  ${startedBy}: ${reason}${end}`;
}

/** `mlmcsc model trial start`. */
export const startTrial = (
  config: Config,
  version: string,
  { percent, reason }: { percent: number; reason: string },
): Promise<void> =>
  withTrials(config, async (trials) => {
    print(lineOf(await trials.startTrial({ version, percent, reason, username })));
  });

/** `mlmcsc model trial stop`. */
export const stopTrial = (config: Config, { reason }: { reason: string }): Promise<void> =>
  withTrials(config, async (trials, store) => {
    const running = await store.rows.trials.running();
    if (running === null) throw new CommandFailure('No trial runs.');
    print(lineOf(await trials.endTrial({ id: running.trial.id, reason, username })));
  });

/** `mlmcsc model trial list`. */
export const listTrials = (
  config: Config,
  { limit, json = false }: { limit: number; json?: boolean },
): Promise<void> =>
  withTrials(config, async (trials) => {
    for (const trial of (await trials.listTrials({ limit })).items) {
      print(json ? JSON.stringify(toJsonNames(trial)) : lineOf(trial));
    }
  });

/** `mlmcsc model trial show`. */
export const showTrial = (
  config: Config,
  id: string | undefined,
  { json = false }: { json?: boolean },
): Promise<void> =>
  withTrials(config, async (trials) => {
    const result = await trials.compareTrial(id ?? (await newest(trials)));
    if (json) return void print(JSON.stringify(toDeepJsonNames(result)));
    for (const line of linesOf(result)) print(line);
  });

async function newest(trials: Trials): Promise<string> {
  const [trial] = (await trials.listTrials({ limit: 1 })).items;
  if (trial === undefined) throw new CommandFailure('There was no trial yet.');
  return trial.id;
}

function* linesOf(result: TrialComparison): Generator<string> {
  const { trial, answers, answeredByChallenger, champions, failures, refused, comparison } = result;
  yield lineOf(trial);
  yield `${answers.answered} answered by both, ${answers.waiting} waiting, ${answers.failed} failed; the challenger answered ${answeredByChallenger}`;
  for (const { version, pictures } of champions) yield `compared with ${version} on ${pictures} pictures`;
  if (refused.both + refused.onlyChampion + refused.onlyChallenger > 0) {
    yield `no number from both ${refused.both}, from the champion only ${refused.onlyChampion}, from the challenger only ${refused.onlyChallenger}`;
  }
  for (const { error, count } of failures) yield `failed ${count} times: ${error}`;
  yield* describeComparison(comparison);
}
