import { InvalidArgumentError } from 'commander';

/** Fields of a record as a JSON object. @throws InvalidArgumentError */
export function parseFields(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new InvalidArgumentError(`It must be a JSON object: ${(error as Error).message}`);
  }
  throw new InvalidArgumentError('It must be a JSON object.');
}
