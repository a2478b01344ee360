import { type RoundingProfileName, roundingProfiles, type TieRule, tieRules } from '@mlmcsc/charpy';
import { InvalidArgumentError, Option } from 'commander';
import { numberBetween } from '../command-line/parse-number.ts';

/** Parser of an option or argument that is a number. What it may be depends on other options and is checked with them.
 * @param allowed - the range for the message, for instance `from 0 to 8`
 */
export function numberThatIs(allowed: string) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) {
      throw new InvalidArgumentError(`It must be a number ${allowed}.`);
    }
    return value;
  };
}

export const jsonOption = (): Option => new Option('--json', 'print one JSON object');

export const widthOption = (): Option =>
  new Option('--width-mm <mm>', 'specimen width W: 10, 7.5, 6.7, 5, 3.3, 2.5 or another one')
    .argParser(numberBetween(1, 30))
    .default(10);

export const tiesOption = (): Option =>
  new Option('--ties <rule>', 'half-way between two steps').choices([...tieRules]).default('even');

export const shearProfileOption = (byDefault: RoundingProfileName): Option =>
  new Option('--round <profile>', 'step of the printed value: 0.1, 1, 5 or 10 %')
    .choices(Object.keys(roundingProfiles))
    .default(byDefault);

/** A profile of percent shear with the tie rule of the command line. */
export function shearProfile(name: RoundingProfileName, ties: TieRule) {
  return { ...roundingProfiles[name], ties };
}
