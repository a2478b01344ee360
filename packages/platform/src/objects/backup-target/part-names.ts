import { NotFound } from '@mlmcsc/core';

/** @throws RangeError for what could name something outside the target */
export function requireName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)*$/.test(name)) {
    throw new RangeError(`${name} is no name of a part of a backup`);
  }
  return name;
}

export const partMissing = (name: string, where: string, cause?: unknown) =>
  new NotFound('backup-part-missing', `The part ${name} of the backup is not in ${where}.`, {
    ...{ context: { name }, cause },
  });
