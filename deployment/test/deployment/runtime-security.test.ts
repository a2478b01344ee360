import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';

const read = async <T>(path: string) =>
  parse(await readFile(repositoryPath('deployment/configs', path), 'utf8')) as T;

interface FalcoItem {
  readonly required_engine_version?: string;
  readonly list?: string;
  readonly items?: readonly string[];
  readonly macro?: string;
  readonly rule?: string;
  readonly desc?: string;
  readonly condition?: string;
  readonly output?: string;
  readonly priority?: string;
  readonly tags?: readonly string[];
}

/** Fields of Falco that our rules use; a name that is not here is a slip of the pen. */
const FIELDS = new Set(
  `container.id container.image.repository evt.type evt.dir evt.is_open_read evt.is_open_write fd.name fd.typechar k8s.ns.name
   k8s.pod.name proc.cmdline proc.name proc.pname user.name`.split(/\s+/),
);
const CALLS = new Set('execve execveat open openat openat2 creat'.split(' '));
const OPERATORS = new Set('and or not in contains startswith'.split(' '));

/** What is wrong with rules of Falco: unknown keys, fields, names of macros and lists, unbalanced parentheses. */
function faultsOf(items: readonly FalcoItem[]): string[] {
  const macros = new Set(items.flatMap(({ macro }) => (macro === undefined ? [] : [macro])));
  const lists = new Map(
    items.flatMap(({ list, items: of }) => (list === undefined ? [] : [[list, of ?? []]])),
  );
  const faults: string[] = [];
  for (const item of items) {
    const name = item.rule ?? item.macro ?? item.list ?? 'version';
    const report = (what: string) => faults.push(`${name}: ${what}`);
    const known = item.rule
      ? ['rule', 'desc', 'condition', 'output', 'priority', 'tags']
      : item.macro
        ? ['macro', 'condition']
        : item.list
          ? ['list', 'items']
          : ['required_engine_version'];
    for (const key of Object.keys(item)) if (!known.includes(key)) report(`unknown key ${key}`);
    for (const key of known) if (!(key in item)) report(`${key} is missing`);
    if (
      item.rule &&
      !['EMERGENCY', 'ALERT', 'CRITICAL', 'ERROR', 'WARNING', 'NOTICE'].includes(item.priority ?? '')
    )
      report(`priority ${item.priority}`);
    for (const [, field = ''] of (item.output ?? '').matchAll(/%([a-z0-9_.]+)/g))
      if (!FIELDS.has(field)) report(`unknown field ${field}`);
    const condition = item.condition ?? '';
    if (condition.split('(').length !== condition.split(')').length) report('parentheses');
    const bare = condition
      .replace(/'[^']*'/g, ' ')
      .replace(/(?:startswith|contains|!?=) *[^\s()']+/g, (part) =>
        part.startsWith('startswith') || part.startsWith('contains') ? ' ' : part.replace(/[^\s=!]+$/, ' '),
      );
    for (const [word] of bare.matchAll(/[a-z_][a-z0-9_.]*/g)) {
      if (OPERATORS.has(word) || CALLS.has(word) || FIELDS.has(word) || macros.has(word) || lists.has(word))
        continue;
      report(`unknown name ${word}`);
    }
  }
  return faults;
}

describe('rules of Falco', () => {
  it('name only fields, macros and lists that exist, and each of our containers is meant', async () => {
    const items = await read<FalcoItem[]>('falco/mlmcsc-rules.yaml');
    expect(faultsOf(items)).toEqual([]);
    const rules = items.filter(({ rule }) => rule !== undefined);
    expect(rules.length).toBeGreaterThan(3);
    for (const { condition } of rules) expect(condition).toContain('mlmcsc_container');
  });

  it('would be found with a fault', () => {
    const rule = { rule: 'x', desc: 'x', output: '%proc.nam', priority: 'LOUD', tags: [] };
    const faults = faultsOf([{ ...rule, condition: '(evt.typ = execve and foreign_macro' }]).join('\n');
    for (const part of ['priority LOUD', 'field proc.nam', 'evt.typ', 'foreign_macro', 'parentheses'])
      expect(faults).toContain(part);
  });
});

describe('the audit policy of the cluster', () => {
  interface Policy {
    readonly apiVersion: string;
    readonly kind: string;
    readonly rules: readonly {
      readonly level: string;
      readonly verbs?: readonly string[];
      readonly resources?: readonly { readonly group: string; readonly resources?: readonly string[] }[];
    }[];
  }

  it('has known levels only, records no content of a secret, and ends with a rule for everything', async () => {
    const { apiVersion, kind, rules } = await read<Policy>('audit/policy.yaml');
    expect({ apiVersion, kind }).toEqual({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy' });
    for (const { level } of rules)
      expect(['None', 'Metadata', 'Request', 'RequestResponse']).toContain(level);
    const decides = (group: string, resource: string) =>
      rules.find(
        ({ resources }) =>
          resources === undefined ||
          resources.some((one) => one.group === group && (one.resources?.includes(resource) ?? true)),
      );
    expect(decides('', 'secrets')?.level).toBe('Metadata');
    expect(decides('', 'pods/exec')?.level).toBe('Request');
    expect(decides('rbac.authorization.k8s.io', 'roles')?.level).toBe('RequestResponse');
    expect(rules.at(-1)).toEqual({ level: 'Metadata' });
  });
});

describe('admission', () => {
  it('asks for the signature of the release workflow, for every image of ours, in the namespace of the installation', async () => {
    const policy = await read<{
      spec: {
        rules: {
          match: { any: { resources: { kinds: string[]; namespaces: string[] } }[] };
          verifyImages: {
            imageReferences: string[];
            failureAction: string;
            required: boolean;
            attestors: { entries: { keyless: { subjectRegExp: string } }[] }[];
          }[];
        }[];
      };
    }>('admission/verify-images.yaml');
    const [rule] = policy.spec.rules;
    const [verify] = rule?.verifyImages ?? [];
    expect(rule?.match.any[0]?.resources).toEqual({ kinds: ['Pod'], namespaces: ['mlmcsc'] });
    expect(verify).toMatchObject({ failureAction: 'Enforce', required: true });
    for (const name of ['api', 'worker', 'nginx', 'monitoring'])
      expect(verify?.imageReferences).toContain(`*/mlmcsc-${name}*`);
    const subject = new RegExp(verify?.attestors[0]?.entries[0]?.keyless.subjectRegExp ?? 'never');
    expect('https://github.com/lab/mlmcsc/.github/workflows/release.yml@refs/tags/v1.2.3').toMatch(subject);
    expect('https://github.com/lab/mlmcsc/.github/workflows/verify.yml@refs/heads/main').not.toMatch(subject);
  });
});
