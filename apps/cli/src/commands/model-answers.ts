import {
  createJobUseCases,
  findAnswersOf,
  findReportsOf,
  type HistoryEntry,
  reportStateOf,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { refuseFailedJob, untilJobEnds } from './until-job-ends.ts';
import { withStore } from './with-store.ts';

/** Who appears in the audit trail for what is done on the command line. */
const username = 'system';
/** Pictures of one job. */
const perJob = 10_000;

interface Told {
  readonly reanalyse?: boolean;
  readonly wait?: boolean;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

const lineOf = ({ analysis, image, label }: HistoryEntry) => {
  const percent = analysis.shearPercent === null ? 'no number' : `${analysis.shearPercent.toFixed(1)} %`;
  const judged = label === null ? 'unlabelled' : `labelled ${label.shearPercent} %`;
  return `${analysis.id}  ${analysis.createdAt.toISOString()}  ${percent.padStart(9)}  ${judged.padEnd(14)}  ${image.fileName}`;
};

/** `mlmcsc model answers`: what a version answered and nothing newer has replaced; with `--reanalyse` jobs for those without a label, which the
 * version in service answers.
 * @throws CommandFailure when the version is in service itself, or a job fails
 */
export const answersOfModel = (config: Config, version: string, told: Told): Promise<void> =>
  withStore(config, async (store) => {
    const { rows } = store;
    const again = new Set<string>();
    let count = 0;
    for await (const entry of findAnswersOf(rows, version)) {
      print(lineOf(entry));
      count += 1;
      if (entry.label === null && entry.image.picturesRemovedAt == null) again.add(entry.image.id);
    }
    for await (const standing of findReportsOf(rows, version)) {
      const { id, number, version: edition } = standing.report;
      print(`${id}  report ${number}-${edition}  ${reportStateOf(standing)}  ${standing.seriesName}`);
    }
    process.stderr.write(`${count} pictures, ${count - again.size} of them labelled or removed.\n`);
    if (told.reanalyse !== true || again.size === 0) return;
    const champion = await rows.models.champion();
    if (champion?.version === version) {
      throw new CommandFailure(
        `${version} is in service and would answer the same: put another one into service first (mlmcsc model rollback).`,
      );
    }
    const jobs = createJobUseCases({ store, clock: systemClock, ids: uuidV7 });
    const imageIds = [...again];
    for (let start = 0; start < imageIds.length; start += perJob) {
      const part = imageIds.slice(start, start + perJob);
      const started = await jobs.startBatchAnalysis({ imageIds: part, username });
      const job = told.wait === true ? await untilJobEnds(jobs, started) : started;
      print(`${job.id}  ${job.state}  ${part.length} pictures`);
      refuseFailedJob(job, 'The job');
      if (job.progress.failed > 0) {
        throw new CommandFailure(`${job.progress.failed} pictures failed; mlmcsc jobs show ${job.id}`);
      }
    }
  });
