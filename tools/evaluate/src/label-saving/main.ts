import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgressLog, mixSeeds } from '@mlmcsc/default-model';
import { compareSelection, decodeModel, strategyOf } from '@mlmcsc/learning';
import { barsOf, isSeen } from '../learning/bar.ts';
import { type Options, parseOptions } from '../options.ts';
import { planLaboratories, planLaboratoryPictures } from '../pictures/plan-laboratories.ts';
import { viewFolders } from '../pictures/view-folders.ts';
import { viewPictures } from '../viewing/view-pictures.ts';
import { type LabelSavingReport, labelSavingText } from './label-saving-report.ts';
import { labelledBars, readingHabits } from './reading-habits.ts';

const USAGE = `usage: npm run label-saving -- [options]
How many labels each way of choosing pictures saves against random choice, on rendered laboratories of families never seen.
  --quick, --model FILE, --out DIR, --cache DIR, --laboratories N, --specimens N, --repeats N, --seed N, --threads N
  as in npm run evaluate; pictures that it rendered are used again`;

/** Labels between two choices: a person works through a handful of the queue. */
const BATCH = 5;
const COUNTS = [10, 25, 50, 100, 200];

const date = new Date().toISOString().slice(0, 10);
const { size, seed, cache, model: modelPath, isQuick, out, threads } = readOptions();
const bytes = readFileSync(modelPath);
const model = decodeModel(bytes);
const digest = createHash('sha256').update(bytes).digest('hex');
const progress = createProgressLog(console.error, () => performance.now());
const laboratories = planLaboratories(size.laboratories, seed).filter(({ isHeldOut }) => isHeldOut);
const pictures = laboratories.flatMap((one) =>
  planLaboratoryPictures(one, size.specimens, size.heatSize, size.resolutionScale),
);
const views = await viewPictures(pictures, {
  ...{ modelPath, threads, ...viewFolders(cache, digest) },
  onProgress: progress.counting('render and look'),
});
const seen = laboratories.map(({ name }) => {
  const own = pictures.map((picture, at) => ({ picture, view: views[at] }));
  const some = own.filter(({ picture }) => picture.group === name);
  const bars = barsOf(
    some.map(({ picture }) => picture),
    some.map(({ view }) => view),
  );
  return { name, bars: bars.filter(isSeen) };
});
const situations = readingHabits.map((habit, at) => ({
  habit: habit.name,
  comparison: compareSelection(
    seen.map(({ name, bars }, place) => ({
      name,
      samples: labelledBars(bars, habit, mixSeeds(seed, 31, at, place)),
    })),
    {
      ...{ start: model, update: strategyOf('immediate'), repeats: size.repeats, batch: BATCH },
      counts: COUNTS,
      seed: mixSeeds(seed, 32, at),
      onProgress: progress.counting(`splits: ${habit.name}`),
    },
  ),
}));
const report: LabelSavingReport = {
  ...{ dataKind: 'synthetic', date, isQuick, seed, batch: BATCH, repeats: size.repeats },
  model: { version: model.version, digest },
  laboratories: seen.map(({ name, bars }) => ({ name, bars: bars.length })),
  situations,
};
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'label-saving.json'), `${JSON.stringify(report, null, 1)}\n`);
writeFileSync(join(out, 'label-saving.md'), labelSavingText(report));
console.log(labelSavingText(report));

function readOptions(): Options {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    console.log(USAGE);
    process.exit(0);
  }
  try {
    return parseOptions(argv, date);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exit(2);
  }
}
