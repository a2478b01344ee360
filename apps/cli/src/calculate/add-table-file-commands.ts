import type { Command } from 'commander';
import { curveOptions } from '../command-line/curve-options.ts';
import { numberBetween } from '../command-line/parse-number.ts';
import type { AgreementOptions } from './calculate-agreement.ts';
import type { CurveOptions } from './calculate-curve.ts';
import { jsonOption } from './calculation-options.ts';

/** Calculations on a table in a file; their code is loaded when they run. */
export function addTableFileCommands(calculate: Command): void {
  calculate
    .command('agreement')
    .description('how well readers agree: ICC, limits of agreement, gauge R&R, ISO 5725-2, alpha')
    .argument('<file>', 'CSV or XLSX: specimen, reader, percent and, for those who read twice, repeat')
    .option('--confidence <share>', 'of all intervals', numberBetween(0.5, 0.999), 0.95)
    .addOption(jsonOption())
    .action(async (file: string, options: AgreementOptions) => {
      const { calculateAgreement } = await import('./calculate-agreement.ts');
      await calculateAgreement(file, options);
    });
  const curve = calculate
    .command('curve')
    .description('transition curve with characteristic temperatures; ends with 1 when the values give none')
    .argument('<file>', 'CSV or XLSX: temperature_c (°C) and value (J, mm or %)');
  for (const option of curveOptions()) curve.addOption(option);
  curve
    .option('--confidence <share>', 'of all intervals', numberBetween(0.5, 0.999), 0.95)
    .option('--compare', 'all five models, best first by AICc')
    .addOption(jsonOption())
    .action(async (file: string, options: CurveOptions) => {
      const { calculateCurve } = await import('./calculate-curve.ts');
      await calculateCurve(file, options);
    });
}
