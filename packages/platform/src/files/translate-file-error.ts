import { DomainError, Unavailable } from '@mlmcsc/core';

/** Gives a file system failure a meaning; domain errors pass unchanged.
 * @param purpose - what is kept there, e.g. `the database`
 */
export function translateFileError(error: unknown, folder: string, purpose: string): DomainError {
  if (error instanceof DomainError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Unavailable(
      'disk-full',
      `The disk that holds ${purpose} is full; free some space, then try again.`,
      {
        cause: error,
        context: { folder },
      },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new Unavailable(
      'data-folder-unwritable',
      `${capitalise(purpose)} cannot be written in ${folder}; give this user the folder, or set MLMCSC_DATA_DIR to one it owns.`,
      { cause: error, context: { folder } },
    );
  }
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new Unavailable('too-many-open-files', 'Too many files are open at once; try again.', {
      cause: error,
    });
  }
  return new Unavailable(
    'storage-failed',
    `The disk answered with an error (${code ?? 'unknown'}); see the log.`,
    {
      cause: error,
      context: { folder },
    },
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
