const STIFFNESS_N_PER_MM = 22_000;

interface FileOptions {
  /** Fiu and Fa, N; without them the bar tears to the end. @default [14000, 4000] */
  readonly unstable?: readonly [number, number] | null;
  readonly header?: string;
  readonly decimal?: '.' | ',';
}

/** The table of an instrumented test: yield at 11 kN, hardening to 15 kN, a drop at 5 mm. */
export function forceTable({
  unstable = [14_000, 4000],
  header = 'Displacement [mm];Force [N]',
  decimal = '.',
}: FileOptions = {}) {
  const lines = Array.from({ length: 1000 }, (_, index) => {
    const at = index / 50;
    return `${at.toFixed(3)};${forceAt(at, unstable).toFixed(1)}`.replaceAll('.', decimal);
  });
  return `Machine;PSW 300\n${header}\n${lines.join('\n')}\n`;
}

function forceAt(at: number, unstable: readonly [number, number] | null): number {
  if (unstable !== null && at > 5) return unstable[1] * Math.max(0, 1 - (at - 5) / 5);
  if (at < 0.5) return STIFFNESS_N_PER_MM * at;
  if (at <= 4) return 11_000 + 4000 * ((at - 0.5) / 3.5);
  if (unstable !== null) return 15_000 - (15_000 - unstable[0]) * (at - 4);
  return 15_000 * Math.max(0, 1 - (at - 4) / 14);
}

export const base64Of = (text: string): string => Buffer.from(text).toString('base64');

/** A request that attaches such a table. */
export const forceCurveFile = { file_name: 'S-1.csv', content_base64: base64Of(forceTable()) };
