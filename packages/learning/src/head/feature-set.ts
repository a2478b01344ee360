/** Which numbers describe a specimen, in which order. The version changes whenever a name, unit or computation does. */
export interface FeatureSet {
  /** For instance `surface-features-1`. */
  readonly version: string;
  /** One name a feature, in vector order, all different. */
  readonly names: readonly string[];
  /** The feature that is the map's percent shear, 0 to 100. Without any label it is the answer. */
  readonly areaName: string;
}

/** Feature values in the order of {@link FeatureSet.names}; all finite. */
export type FeatureVector = Float64Array | Float32Array;

/** Where the map's area stands in the vector.
 * @throws RangeError when the set is inconsistent
 */
export function areaIndexOf(featureSet: FeatureSet): number {
  const index = featureSet.names.indexOf(featureSet.areaName);
  if (index < 0) {
    throw new RangeError(
      `featureSet.areaName "${featureSet.areaName}" is not among the ${featureSet.names.length} feature names; name the feature that holds the map's percent shear`,
    );
  }
  return index;
}

/** Where a named feature stands in the vector.
 * @throws RangeError when the set has none of that name */
export function indexOfFeature(featureSet: FeatureSet, name: string): number {
  const index = featureSet.names.indexOf(name);
  if (index < 0) throw new RangeError(`feature set "${featureSet.version}" has no feature "${name}"`);
  return index;
}

/** Checks names once, so that everything after may trust the order.
 * @throws RangeError for an empty version, an empty or repeated name, or an unknown area name
 */
export function checkFeatureSet(featureSet: FeatureSet): void {
  if (featureSet.version === '') throw new RangeError('featureSet.version must not be empty');
  const seen = new Set<string>();
  for (const name of featureSet.names) {
    if (name === '') throw new RangeError('featureSet.names must not hold an empty name');
    if (seen.has(name)) throw new RangeError(`featureSet.names holds "${name}" twice; names must differ`);
    seen.add(name);
  }
  areaIndexOf(featureSet);
}

/** True when two sets describe the same numbers in the same order. */
export function isSameFeatureSet(a: FeatureSet, b: FeatureSet): boolean {
  return (
    a.version === b.version &&
    a.areaName === b.areaName &&
    a.names.length === b.names.length &&
    a.names.every((name, i) => name === b.names[i])
  );
}

/** Puts named values into vector order.
 * @param named - one finite number for each name of the set; other keys are ignored
 * @returns Float64Array, length = number of names
 * @throws RangeError when a name is missing or its value is not finite
 */
export function featureVectorOf(
  featureSet: FeatureSet,
  named: Readonly<Record<string, number>>,
): Float64Array {
  return Float64Array.from(featureSet.names, (name) => {
    const value = named[name];
    if (value === undefined || !Number.isFinite(value)) {
      throw new RangeError(
        `feature "${name}" of set "${featureSet.version}" is ${value}; a finite number is needed`,
      );
    }
    return value;
  });
}
