import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, renderAll } from '../support/kubernetes/environments.ts';
import { type Manifest, nameOf } from '../support/kubernetes/manifest.ts';
import { schemaProblems } from '../support/kubernetes/validate.ts';

let rendered: Awaited<ReturnType<typeof renderAll>>;
beforeAll(async () => {
  rendered = await renderAll();
});
const objectsOf = (folder: string) => rendered.find((one) => one.folder === folder)?.manifests ?? [];

describe.each(FOLDERS)('%s', (folder) => {
  it('renders objects that a strict API server of Kubernetes 1.32 takes', () => {
    const manifests = objectsOf(folder);
    expect(manifests.length).toBeGreaterThan(40);
    expect(manifests.flatMap(schemaProblems)).toEqual([]);
  });

  it('has no object twice', () => {
    const names = objectsOf(folder).map((one) => `${one.apiVersion} ${nameOf(one)}`);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('names the namespace of every object that lives in one', () => {
    const clusterWide = ['Namespace', 'PriorityClass', 'ClusterRole', 'ClusterRoleBinding', 'ClusterIssuer'];
    for (const one of objectsOf(folder)) {
      expect(one.metadata.namespace !== undefined, nameOf(one)).toBe(!clusterWide.includes(one.kind));
    }
  });
});

describe('the check of schemas', () => {
  const find = (kind: string, name: string): Manifest => {
    const found = objectsOf('overlays/production').find(
      (one) => one.kind === kind && one.metadata.name === name,
    );
    if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
    return structuredClone(found);
  };
  /** Sets what stands at a path of the object. */
  const plant = (object: Manifest, path: readonly (string | number)[], value: unknown): Manifest => {
    let at: Record<string | number, unknown> = object as never;
    for (const key of path.slice(0, -1)) at = at[key] as never;
    at[path.at(-1) as string] = value;
    return object;
  };

  it.each([
    [
      'a field that is misspelt, deep inside',
      'Deployment',
      'mlmcsc-worker',
      ['spec', 'template', 'spec', 'containers', 0, 'securityContext', 'readOnlyRootFileSystem'],
      true,
    ],
    ['a field that is misspelt, at the top', 'Service', 'mlmcsc-api', ['specs'], {}],
    [
      'a field of the wrong type',
      'Deployment',
      'mlmcsc-worker',
      ['spec', 'template', 'spec', 'terminationGracePeriodSeconds'],
      '40',
    ],
    ['a label that is a number', 'Service', 'mlmcsc-api', ['metadata', 'labels', 'release'], 1],
    [
      'an unknown field of an operator',
      'Cluster',
      'mlmcsc-database',
      ['spec', 'postgresql', 'paramters'],
      {},
    ],
    [
      'a value that an operator does not know',
      'Pooler',
      'mlmcsc-pooler',
      ['spec', 'pgbouncer', 'poolMode'],
      'statements',
    ],
    [
      'an unknown field in the metadata of an operator',
      'ScaledObject',
      'mlmcsc-worker',
      ['metadata', 'labls'],
      {},
    ],
    [
      'an unknown field in a list of an operator',
      'ScaledObject',
      'mlmcsc-worker',
      ['spec', 'triggers', 0, 'treshold'],
      '1',
    ],
    [
      'a network policy that would allow more than it says',
      'NetworkPolicy',
      'mlmcsc-api',
      ['spec', 'ingress', 0, 'form'],
      [],
    ],
  ] as const)('finds %s', (_what, kind, name, path, value) => {
    expect(schemaProblems(find(kind, name))).toEqual([]);
    expect(schemaProblems(plant(find(kind, name), path, value))).not.toEqual([]);
  });

  it('finds a field that is missing', () => {
    const issuer = find('Certificate', 'mlmcsc-api-tls');
    delete issuer.spec.issuerRef;
    expect(schemaProblems(issuer)).not.toEqual([]);
  });

  it('refuses a kind that it has no schema of', () => {
    expect(schemaProblems({ ...find('Service', 'mlmcsc-api'), apiVersion: 'v2' })).toEqual([
      'Service mlmcsc/mlmcsc-api: no schema of v2 Service',
    ]);
  });
});
