import { ParameterRangeError } from '@mlmcsc/charpy';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

/** The answer of one calculation, for programs and for people. */
export interface Calculation {
  /** Fields in snake_case with their unit; values are not rounded unless the field's name says `printed`. */
  readonly json: unknown;
  /** Lines of text. */
  readonly lines: readonly string[];
}

export interface CalculationOptions {
  readonly json?: boolean;
}

/** Works a calculation out and prints it on standard output.
 * @param names - what the command line calls a parameter where it is not its own name in kebab-case: `{ value: '<value>' }`
 * @throws CommandFailure (usage) naming option, allowed range and value
 */
export function printCalculation(
  { json = false }: CalculationOptions,
  calculate: () => Calculation,
  names: Readonly<Record<string, string>> = {},
): void {
  const calculation = inCommandLineTerms(calculate, names);
  process.stdout.write(`${json ? JSON.stringify(calculation.json) : calculation.lines.join('\n')}\n`);
}

/** Runs a calculation whose complaints then speak of options.
 * @throws CommandFailure (usage)
 */
export function inCommandLineTerms<Result>(
  calculate: () => Result,
  names: Readonly<Record<string, string>>,
): Result {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof ParameterRangeError)) throw error;
    const name = names[error.parameter] ?? optionName(error.parameter);
    throw new CommandFailure(`${name} ${error.requirement}.`, exitCodes.usage, { cause: error });
  }
}

/** `aMm` is `--a-mm`, `measuredAreaMm2` is `--measured-area-mm2`. */
function optionName(parameter: string): string {
  return `--${parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A line of a table of two columns. */
export function row(name: string, value: string): string {
  return `${name.padEnd(26)}${value}`;
}

/** A number for people: at most `decimals` decimals, without trailing zeros. */
export function shortNumber(value: number, decimals = 4): string {
  return String(Number(value.toFixed(decimals)));
}
