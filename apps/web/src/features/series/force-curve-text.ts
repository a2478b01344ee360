import type { ForceCurve } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

type ReadForce = ForceCurve['maximum'];

/** `15.02 ± 0.11 kN at 3.98 mm`, or `15.02 kN, given`. */
export function forceText({
  force_n: force,
  deviation_n: deviation,
  displacement_mm: at,
}: ReadForce): string {
  const kilonewtons = formatNumber(force / 1000, 2);
  if (deviation === null) return fill(text.knGiven, { kilonewtons });
  return fill(text.knAtMm, {
    kilonewtons,
    deviation: formatNumber(deviation / 1000, 2),
    at: formatNumber(at, 2),
  });
}

/** The forces of a curve by their symbols; those that there are. */
export function forcesOf(curve: ForceCurve): readonly { readonly name: string; readonly force: ReadForce }[] {
  return [
    ...(curve.has_yielded ? [{ name: 'Fgy', force: curve.general_yield }] : []),
    { name: 'Fm', force: curve.maximum },
    ...(curve.unstable_initiation === null ? [] : [{ name: 'Fiu', force: curve.unstable_initiation }]),
    ...(curve.arrest === null ? [] : [{ name: 'Fa', force: curve.arrest }]),
  ];
}

/** The four estimates in the standards' order, `48.2 ± 1.3 %`. */
export function estimatesOf({ estimates_percent: estimates, deviations_percent: deviations }: ForceCurve) {
  return (
    [
      'maximum_force',
      'maximum_force_and_hardening',
      'maximum_force_and_half_hardening',
      'square_root',
    ] as const
  ).map((name) => `${formatNumber(estimates[name], 1)} ± ${formatNumber(deviations[name], 1)} %`);
}

/** For people who do not see the picture. */
export function describeForceCurve(curve: ForceCurve): string {
  const forces = forcesOf(curve).map(({ name, force }) => `${name} ${forceText(force)}`);
  return fill(text.forceOverDisplacementOf, {
    identifier: curve.identifier,
    forces: forces.join(', '),
    energyJ: formatNumber(curve.energy_j, 1),
  });
}

/** A number as it was typed, with comma or point; null for nothing, undefined for what is no number. */
export function readTyped(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
