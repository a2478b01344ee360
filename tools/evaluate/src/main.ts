import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgressLog, mixSeeds } from '@mlmcsc/default-model';
import { decodeModel, evaluateAnswers } from '@mlmcsc/learning';
import { learningCharts } from './charts/learning-charts.ts';
import type { Evaluation } from './evaluation.ts';
import { answerView, shearOf } from './figures/answer-views.ts';
import { repeatability } from './figures/repeatability.ts';
import { falseAnswers, seeingFigures } from './figures/seeing-figures.ts';
import { barsOf } from './learning/bar.ts';
import { evaluateLearning } from './learning/evaluate-learning.ts';
import { evaluateMapLearning } from './learning/map-learning.ts';
import { INTERVAL_LEVEL } from './learning/product-curve.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { planCauses } from './pictures/plan-causes.ts';
import { planLaboratories, planLaboratoryPictures } from './pictures/plan-laboratories.ts';
import { planNegatives, planRepeats, planUnfit } from './pictures/plan-seeing.ts';
import { viewFolders } from './pictures/view-folders.ts';
import { judgeGoals } from './report/goal-table.ts';
import { markdownReport } from './report/markdown-report.ts';
import { showsSpecimen } from './viewing/picture-view.ts';
import { readPictures } from './viewing/read-pictures.ts';
import { viewPictures } from './viewing/view-pictures.ts';
import { worstCases } from './worst/worst-cases.ts';
import { writeWorstCases } from './worst/write-worst-cases.ts';

/** Answers that the report shows. */
const WORST_CASES = 10;

const date = new Date().toISOString().slice(0, 10);
const options = readOptions();
const { size, seed, cache, isQuick } = options;
const scale = size.resolutionScale;
const bytes = readFileSync(options.model);
const model = decodeModel(bytes);
const digest = createHash('sha256').update(bytes).digest('hex');
const laboratories = planLaboratories(size.laboratories, seed);
const pictures = [
  ...laboratories.flatMap((one) => planLaboratoryPictures(one, size.specimens, size.heatSize, scale)),
  ...planCauses(size.causePictures, seed, scale),
  ...planNegatives(size.negatives, seed, scale),
  ...planUnfit(size.unfit, seed, scale),
  ...planRepeats(size.repeatedSpecimens, size.photographs, seed, scale),
];
const progress = createProgressLog(console.log, () => performance.now());
const folders = viewFolders(cache, digest);
const { pictureFolder } = folders;
const looking = { modelPath: options.model, ...folders, threads: options.threads };
const views = await viewPictures(pictures, { ...looking, onProgress: progress.counting('render and look') });
const seen = pictures.map((picture, i) => ({ picture, view: views[i] }));
const bySet = (set: string, group?: string) =>
  seen.filter(({ picture }) => picture.set === set && (group === undefined || picture.group === group));
const groups = (set: string) => [...new Set(bySet(set).map(({ picture }) => picture.group))];
const seeing = [true, false].map((isHeldOut) => {
  const names = laboratories.filter((one) => one.isHeldOut === isHeldOut).map(({ name }) => name);
  const some = bySet('laboratory').filter(({ picture }) => names.includes(picture.group));
  return seeingFigures(
    isHeldOut ? 'held-out families' : 'training families',
    some.map(({ view }) => view),
  );
});
const repeats = groups('repeat').map((group) => {
  const some = bySet('repeat', group);
  const bars = [...new Set(some.map(({ picture }) => picture.specimen))];
  return repeatability(
    group,
    bars.map((bar) =>
      some.flatMap(({ picture, view }) => (picture.specimen === bar ? (shearOf(model, view) ?? []) : [])),
    ),
  );
});
const learning = evaluateLearning(
  model,
  laboratories.map((laboratory) => {
    const some = bySet('laboratory', laboratory.name);
    return {
      laboratory,
      bars: barsOf(
        some.map(({ picture }) => picture),
        some.map(({ view }) => view),
      ),
    };
  }),
  size.labelCounts,
  size.repeats,
  seed,
);
const [firstHeldOut] = laboratories;
const taught = bySet('laboratory', firstHeldOut.name).slice(0, size.mapSpecimens);
const readings = await readPictures(
  taught.map(({ picture }) => picture),
  { ...looking, onProgress: progress.counting('read closely') },
);
const mapLearning = evaluateMapLearning(
  model,
  taught.flatMap(({ picture, view }, i) =>
    barsOf([picture], [view]).map((bar) => ({ ...bar, close: readings[i] })),
  ),
  firstHeldOut.isHeldOut,
  Array.from({ length: size.mapRepeats }, (_, repeat) => mixSeeds(seed, 23, repeat)),
);
const wrong = falseAnswers(pictures, views);
const heldOut = laboratories.filter(({ isHeldOut }) => isHeldOut).map(({ name }) => name);
const worst = worstCases(
  bySet('laboratory').filter(({ picture }) => heldOut.includes(picture.group)),
  (view) => answerView(model, view),
  WORST_CASES,
);
const charts = learningCharts(learning, INTERVAL_LEVEL);
const evaluation: Evaluation = {
  dataKind: 'synthetic',
  date,
  isQuick,
  seed,
  size,
  model: { version: model.version, digest, pipelineVersion: model.pipelineVersion },
  goals: judgeGoals({ learning, seeing: seeing[0], falseAnswers: wrong, repeatability: repeats }),
  learning,
  mapLearning,
  seeing,
  falseAnswers: wrong,
  repeatability: repeats,
  causes: groups('cause').map((name) => ({
    name,
    figures: evaluateAnswers(
      bySet('cause', name).flatMap(({ view }) => (showsSpecimen(view) ? [answerView(model, view)] : [])),
    ),
  })),
  worstCases: await writeWorstCases(worst, model, pictureFolder, options.out),
  charts: charts.map(({ name, alternative }) => ({ file: name, alternative })),
};
mkdirSync(options.out, { recursive: true });
for (const { name, svg } of charts) writeFileSync(join(options.out, name), svg);
writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(evaluation, null, 1)}\n`);
writeFileSync(join(options.out, 'report.md'), markdownReport(evaluation));
console.log(markdownReport(evaluation));

/** The command's options; prints the usage and ends when it was asked for or when one makes no sense. */
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
