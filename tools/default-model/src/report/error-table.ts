import type { ErrorSources } from '../measure/error-sources.ts';

type Reading = 'inUse' | 'withTrueNotch' | 'withTrueOutline' | 'withTrueMap';

const READINGS: readonly (readonly [Reading, string])[] = [
  ['inUse', 'as in use'],
  ['withTrueNotch', 'true notch side'],
  ['withTrueOutline', 'true outline and notch side'],
  ['withTrueMap', 'true map in the found outline'],
];
const IOU_LIMITS = [0, 0.85, 0.9, 0.94, 0.97, 1.001] as const;
const ENTROPY_LIMITS = [0, 0.1, 0.2, 0.3, 0.45, 1.001] as const;
const TRUTH_LIMITS = [0, 5, 20, 80, 95, 100.001] as const;

/** Where the points are lost: mean absolute errors of the map's area as parts of the truth replace what was found, whether the error is
 * the laboratory's or the face's, and which faces hold it.
 * @returns lines of text */
export function errorTable(faces: readonly ErrorSources[]): string[] {
  if (faces.length === 0) return ['no face was found well enough'];
  return [
    `${faces.length} faces`,
    ...READINGS.map(([reading, name]) => line(name, faces, [reading])),
    ...laboratoryLines(faces),
    `share of the whole error in the tenth that is read worst: ${worstShare(faces).toFixed(2)}`,
    ...bands(faces, 'outlineIou', IOU_LIMITS, 'outline overlap'),
    ...bands(faces, 'entropy', ENTROPY_LIMITS, 'entropy of the map'),
    ...bands(faces, 'truth', TRUTH_LIMITS, 'percent shear'),
  ];
}

const errorOf = (face: ErrorSources, reading: Reading): number => Math.abs(face[reading] - face.truth);

function line(name: string, faces: readonly ErrorSources[], readings: readonly Reading[]): string {
  const figures = readings.map((reading) => {
    const errors = faces.map((face) => errorOf(face, reading));
    const average = mean(errors);
    const variance = mean(errors.map((error) => (error - average) ** 2));
    return `${average.toFixed(2)} ± ${Math.sqrt(variance / errors.length).toFixed(2)}`;
  });
  return `  ${name.padEnd(32)} ${figures.join('   ')}`;
}

/** Variance components of a one-way layout: only what is the same on all faces of a laboratory can be learned from labels. */
function laboratoryLines(faces: readonly ErrorSources[]): string[] {
  const groups = [...Map.groupBy(faces, ({ laboratory }) => laboratory).values()].filter(
    (group) => group.length > 1,
  );
  if (groups.length < 2) return [];
  const bias = (face: ErrorSources): number => face.inUse - face.truth;
  const all = mean(groups.flat().map(bias));
  let between = 0;
  let within = 0;
  for (const group of groups) {
    const own = mean(group.map(bias));
    between += group.length * (own - all) ** 2;
    for (const face of group) within += (bias(face) - own) ** 2;
  }
  const count = groups.flat().length;
  const withinVariance = within / (count - groups.length);
  const betweenVariance = Math.max(
    0,
    ((between / (groups.length - 1) - withinVariance) * groups.length) / count,
  );
  return [
    `error shared by a laboratory: variance ${betweenVariance.toFixed(1)} between ${groups.length} laboratories, ${withinVariance.toFixed(1)} within`,
  ];
}

function worstShare(faces: readonly ErrorSources[]): number {
  const errors = faces.map((face) => errorOf(face, 'inUse')).sort((a, b) => b - a);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(errors.slice(0, Math.ceil(errors.length / 10))) / Math.max(1e-9, sum(errors));
}

function bands(
  faces: readonly ErrorSources[],
  key: 'outlineIou' | 'entropy' | 'truth',
  limits: readonly number[],
  name: string,
): string[] {
  const lines = limits.slice(1).flatMap((high, i) => {
    const own = faces.filter((face) => face[key] >= limits[i] && face[key] < high);
    const label = `${limits[i]}–${Math.floor(100 * high) / 100} [${own.length}]`;
    return own.length === 0 ? [] : [line(label, own, ['inUse', 'withTrueOutline', 'withTrueMap'])];
  });
  return [`by ${name}: as in use, with true outline and notch side, with true map`, ...lines];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
