import type { BandName, JsonValue, Model } from '@mlmcsc/learning';
import type { Evaluation, SetFigures } from './evaluation.ts';

/** What the card says besides the figures. */
export interface CardFacts {
  readonly version: string;
  readonly digest: string;
  readonly bytes: number;
  readonly pipelineVersion: string;
  readonly seed: number;
  readonly trainScenes: number;
  readonly calibrateScenes: number;
  readonly testScenes: number;
  readonly locatorSteps: number;
  readonly surfaceSteps: number;
  readonly second: {
    readonly pictures: number;
    readonly locatorSteps: number;
    readonly surfaceSteps: number;
  };
  readonly thirdSurfaceSteps: number;
  readonly batch: number;
  readonly sources: string;
  readonly trainingFamilies: readonly string[];
  readonly heldOutFamilies: readonly string[];
  readonly outOfFoldMae: number | null;
  readonly areaAloneMae: number | null;
}

/** What a model says about itself. */
export function cardFacts(model: Model, digest: string, bytes: number): CardFacts {
  const { dataset, metrics } = model;
  const figure = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);
  const names = (value: JsonValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    version: model.version,
    digest,
    bytes,
    pipelineVersion: model.pipelineVersion,
    seed: Number(dataset.seed),
    trainScenes: Number(dataset.train_scenes) + Number(dataset.train_faces),
    calibrateScenes: Number(dataset.calibrate_scenes),
    testScenes: Number(dataset.test_scenes),
    locatorSteps: Number(dataset.locator_steps),
    surfaceSteps: Number(dataset.surface_steps),
    second: {
      pictures: Number(dataset.second_train_scenes) + Number(dataset.second_train_faces),
      locatorSteps: Number(dataset.second_locator_steps),
      surfaceSteps: Number(dataset.second_surface_steps),
    },
    thirdSurfaceSteps: Number(dataset.third_surface_steps),
    batch: Number(dataset.batch),
    sources: String(dataset.sources),
    trainingFamilies: names(dataset.training_families),
    heldOutFamilies: names(dataset.held_out_families),
    outOfFoldMae: figure(metrics.out_of_fold_mae),
    areaAloneMae: figure(metrics.area_alone_mae),
  };
}

const number = (value: number | null, digits = 1): string => (value === null ? '–' : value.toFixed(digits));

/** The model card in Markdown. */
export function modelCard(facts: CardFacts, evaluation: Evaluation): string {
  return `# Model card: ${facts.version}

Written by \`tools/default-model\`; do not edit.

**Data kind: synthetic.** All figures come from rendered pictures. They say how the program works on pictures of that kind and
nothing about photographs of a laboratory: measure those with \`mlmcsc evaluate\` on labelled photographs of your own.

| | |
|---|---|
| digest (SHA-256) | \`${facts.digest}\` |
| size | ${facts.bytes} bytes |
| seeing code | \`${facts.pipelineVersion}\` |
| sources | \`${facts.sources}\` |
| seed | ${facts.seed} |
| pictures | ${facts.trainScenes} for the first round of the networks, ${facts.second.pictures} for the later ones, ${facts.calibrateScenes} for acceptance, head and interval, ${facts.testScenes} + ${facts.testScenes} for the figures; one in five scenes shows no specimen |
| steps | locator ${facts.locatorSteps} + ${facts.second.locatorSteps}, surface ${facts.surfaceSteps} + ${facts.second.surfaceSteps} + ${facts.thirdSurfaceSteps}, ${facts.batch} examples each |
| trained on | ${facts.trainingFamilies.join(', ')} |
| held out | ${facts.heldOutFamilies.join(', ')}: never used for weights, head, acceptance or interval |

## Percent shear, end to end

Pictures a technician would call good, measured with the found outline. MAE = mean absolute error, bias = mean of answer − truth, in
points of percent shear; "map alone" is the area of the map without the head; intervals are meant to hold the truth in 90 of 100 cases.

${shearTable(evaluation.sets)}

MAE (bias) [count] by true percent shear:

${bandTable(evaluation.sets)}

On left-out laboratories of the calibration pictures the head's MAE is ${number(facts.outOfFoldMae, 2)}, the map's alone ${number(facts.areaAloneMae, 2)}.

## Seeing

${seeingTable(evaluation.sets)}

Pictures without a specimen: ${evaluation.negatives.pictures}; a number was given for ${number(evaluation.negatives.falseAcceptancePercent)} % of them.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shearTable(sets: readonly SetFigures[]): string {
  return table(
    [
      'pictures',
      'answered',
      'MAE',
      'RMSE',
      'bias',
      'R²',
      'within ±5',
      'within ±10',
      'coverage',
      'width',
      'map alone MAE',
    ],
    sets.map(({ name, shear, areaMae }) => [
      name,
      `${shear.count} of ${shear.total}`,
      number(shear.meanAbsoluteError, 2),
      number(shear.rootMeanSquareError, 2),
      number(shear.bias, 2),
      number(shear.rSquared, 3),
      `${number(shear.withinFivePercent)} %`,
      `${number(shear.withinTenPercent)} %`,
      `${number(shear.coveragePercent)} %`,
      number(shear.meanIntervalWidth),
      number(areaMae, 2),
    ]),
  );
}

function bandTable(sets: readonly SetFigures[]): string {
  const cell = (set: SetFigures, band: BandName): string => {
    const { meanAbsoluteError, bias, count } = set.shear.bands[band];
    return `${number(meanAbsoluteError, 2)} (${number(bias, 2)}) [${count}]`;
  };
  return table(
    ['pictures', '0–20', '20–80', '80–100'],
    sets.map((set) => [set.name, cell(set, '0-20'), cell(set, '20-80'), cell(set, '80-100')]),
  );
}

function seeingTable(sets: readonly SetFigures[]): string {
  return table(
    ['pictures', 'good', 'face found', 'outline IoU', 'notch side right', 'cleavage IoU'],
    sets.map((set) => [
      set.name,
      String(set.goodPictures),
      `${number(set.detectionPercent)} %`,
      number(set.meanOutlineIou, 3),
      `${number(set.notchSidePercent)} %`,
      number(set.mapIou, 3),
    ]),
  );
}
