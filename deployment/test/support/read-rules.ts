import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';

export interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Alert extends Rule {
  readonly alert: string;
}

const folder = repositoryPath('deployment/configs/prometheus/rules');

/** Names of the files with rules. */
export const ruleFiles: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.yml'));

/** All rules, recording rules included. */
export function readRules(): readonly Rule[] {
  return ruleFiles.flatMap((name) => {
    const { groups } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as {
      groups: { readonly rules: readonly Rule[] }[];
    };
    return groups.flatMap(({ rules }) => rules);
  });
}

export const readAlerts = (): readonly Alert[] =>
  readRules().filter((rule): rule is Alert => rule.alert !== undefined);
