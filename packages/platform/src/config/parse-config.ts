import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { databaseAddresses } from './database-addresses.ts';
import { backupProblems, objectStorageProblems } from './object-storage-problems.ts';
import { type ProcessKind, productionProblems } from './production-problems.ts';
import type { Variable } from './variable.ts';
import { variables } from './variables.ts';

type Values = {
  readonly [K in keyof typeof variables]: (typeof variables)[K] extends Variable<infer T> ? T : never;
};

/** The settings of a process; frozen. */
export type Config = Omit<Values, 'measureThreads'> & { readonly measureThreads: number };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Tells every bad setting at once: names and rules, never a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} mistake(s):\n${problems.map((one) => `  ${one}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const mostThreads = 8;

/** Reads the settings from environment variables; `NAME_FILE` names a file that holds the value of `NAME`.
 * An empty value counts as absent.
 * @param kind - which process will run with them: production asks more of the API
 * @throws ConfigError
 */
export function parseConfig(
  environment: Environment,
  readFile: (path: string) => string = readText,
  kind: ProcessKind = 'command',
): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(variables)) {
    values[key] = readVariable(variable, environment, readFile, problems);
  }
  const known = new Set(Object.values(variables).flatMap(({ name }) => [name, `${name}_FILE`]));
  for (const name of Object.keys(environment)) {
    if (name.startsWith('MLMCSC_') && !known.has(name))
      problems.push(`${name} is not a setting; is it misspelt?`);
  }
  const config = values as Values;
  problems.push(...objectStorageProblems(config), ...backupProblems(config));
  const databases = databaseAddresses(config, problems);
  if ((config.tlsCertificateFile === null) !== (config.tlsKeyFile === null)) {
    problems.push('MLMCSC_TLS_CERT_FILE and MLMCSC_TLS_KEY_FILE must be set together.');
  }
  // What broke its rule has no value to be judged.
  const isComplete = problems.length === 0 || !Object.values(values).includes(undefined);
  if (config.mode === 'production' && isComplete) {
    problems.push(...productionProblems({ ...config, ...databases }, kind));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    ...config,
    ...databases,
    measureThreads: config.measureThreads ?? Math.min(mostThreads, availableParallelism()),
  });
}

function readVariable(
  variable: Variable<unknown>,
  environment: Environment,
  readFile: (path: string) => string,
  problems: string[],
): unknown {
  const { name, rule } = variable;
  const direct = environment[name] ?? '';
  const file = environment[`${name}_FILE`] ?? '';
  if (direct !== '' && file !== '') {
    problems.push(`${name} and ${name}_FILE are both set; keep one.`);
    return variable.standard;
  }
  let text = direct;
  if (file !== '') {
    try {
      text = readFile(file).trim();
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read.`);
      return variable.standard;
    }
  }
  if (text === '') return variable.standard;
  const value = variable.parse(text);
  if (value === undefined) problems.push(`${name} must be ${rule}.`);
  return value;
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
