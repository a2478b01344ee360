import { InvalidArgumentError } from 'commander';

/** A time given as an option. @throws InvalidArgumentError */
export function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('It must be a time, for instance 2026-03-01T08:00Z.');
  return time;
}
