import { InvalidArgumentError } from 'commander';

/** Parser of an option that is a number within bounds, both included. */
export function numberBetween(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** The same for whole numbers. */
export function wholeNumberBetween(least: number, most: number) {
  const parse = numberBetween(least, most);
  return (text: string): number => {
    const value = parse(text);
    if (!Number.isInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
    return value;
  };
}
