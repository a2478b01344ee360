import type { TransitionResult } from '@mlmcsc/charpy';

/** A transition curve, or why there is none, as lines for people. */
export function curveText(result: TransitionResult): string[] {
  const lines: string[] = [];
  if (!result.ok) lines.push(`no curve: ${result.detail}`);
  for (const found of result.temperatures) {
    if (found.status === 'estimated') {
      const level = Math.round((result.ok ? result.confidence : 0.95) * 100);
      const interval = `${level} %: ${figure(found.lowerC)} to ${figure(found.upperC)} °C`;
      lines.push(`  ${found.name}  ${figure(found.temperatureC)} °C  (${interval})`);
    } else if (found.status === 'not-reached') lines.push(`  ${found.name}  not below the upper shelf`);
    else lines.push(`  ${found.name}  ${found.status} ${figure(found.limitC)} °C`);
  }
  if (!result.ok) return lines;
  const { lowerShelf, upperShelf, unit, rootMeanSquareError: scatter } = result;
  for (const [title, shelf] of [
    ['lower shelf', lowerShelf],
    ['upper shelf', upperShelf],
  ] as const) {
    lines.push(`  ${title}  ${shelf.value.toFixed(2)} ${unit}${shelf.isFixed ? ' (held)' : ''}`);
  }
  lines.push(`  scatter  ${scatter.toFixed(2)} ${unit}`);
  for (const warning of result.warnings) lines.push(`  warning: ${warning.replaceAll('-', ' ')}`);
  return lines;
}

const figure = (value: number | null) => (value === null ? 'open' : value.toFixed(1));
