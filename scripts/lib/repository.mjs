import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository root. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts path below the repository root */
export const inRepository = (...parts) => join(repositoryRoot, ...parts);
