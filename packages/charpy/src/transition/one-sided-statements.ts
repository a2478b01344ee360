import type { CurveData } from './curve-data.ts';
import type { LevelDefinition } from './transition-quantity.ts';
import type { CharacteristicTemperature } from './transition-result.ts';

/** What the specimens say without any curve: a level that all of them exceed is reached below the coldest, one that none reaches
 * above the hottest. */
export function statementsWithoutCurve(
  data: CurveData,
  levels: readonly LevelDefinition[],
): CharacteristicTemperature[] {
  if (data.values.length === 0) return [];
  const lowest = data.values.reduce((low, value) => Math.min(low, value));
  const highest = data.values.reduce((high, value) => Math.max(high, value));
  return levels.flatMap(({ name, level }): CharacteristicTemperature[] => {
    if (level === 'half-shelves') return [];
    if (lowest > level) return [{ name, level, status: 'below', limitC: data.range.coldestC }];
    if (highest < level) return [{ name, level, status: 'above', limitC: data.range.hottestC }];
    return [];
  });
}
