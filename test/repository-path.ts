import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Absolute path below the repository root. */
export const repositoryPath = (...parts: readonly string[]): string => join(root, ...parts);
