import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import { FOLDERS, renderAll } from '../support/kubernetes/environments.ts';
import type { Manifest } from '../support/kubernetes/manifest.ts';
import { allowedEdges, type Edge, keyOf, type Party } from '../support/kubernetes/network-edges.ts';
import { operatorPodLabels, podTemplates, selects } from '../support/kubernetes/pod-templates.ts';

const name = (value: string) => ({ 'app.kubernetes.io/name': value });

/** Everybody who may be at an end of an edge. */
const PARTIES: readonly Party[] = [
  ...['nginx', 'api', 'worker', 'migrate', 'doctor', 'pooler', 'grafana'].map((one) => ({
    ...{ name: one, namespace: 'mlmcsc', labels: name(`mlmcsc-${one}`) },
  })),
  {
    ...{ name: 'database', namespace: 'mlmcsc' },
    // Also of the jobs that make or restore a server: those have no podRole.
    labels: { 'mlmcsc.dev/database': 'server' },
  },
  { name: 'redis', namespace: 'mlmcsc', labels: { app: 'redis-ha', release: 'mlmcsc-redis' } },
  {
    ...{ name: 'redis proxy', namespace: 'mlmcsc' },
    labels: { app: 'redis-ha-haproxy', release: 'mlmcsc-redis' },
  },
  ...['prometheus', 'alertmanager'].map((one) => ({
    ...{ name: one, namespace: 'mlmcsc-monitoring', labels: name(one) },
  })),
  { name: 'prometheus adapter', namespace: 'monitoring', labels: name('prometheus-adapter') },
  { name: 'database operator', namespace: 'cnpg-system', labels: name('cloudnative-pg') },
  { name: 'KEDA', namespace: 'keda', labels: name('keda-operator') },
  { name: 'DNS', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
];
/** Whose other end is not in our hands: only our end is looked at. */
const NOT_OURS = ['DNS', 'KEDA', 'database operator', 'prometheus adapter'];
const isOutside = (party: string) => party.startsWith('any address') || party === 'the internet';

let rendered: Awaited<ReturnType<typeof renderAll>>;
let documented: readonly Edge[];
beforeAll(async () => {
  rendered = await renderAll();
  const text = await readFile(repositoryPath('deployment/docs/network.md'), 'utf8');
  documented = [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| ((?:TCP|UDP) [\d, ]+) \| [^|]+ \|$/gm)].flatMap(
    ([, from = '', to = '', ports = '']) =>
      ports
        .slice(4)
        .split(', ')
        .map((port) => ({ from, to, port: `${ports.slice(0, 3)} ${port}` })),
  );
});

/** An environment is its overlay with its monitoring: edges go from one to the other. */
const environments = ['staging', 'production'] as const;
const objectsOf = (environment: string): readonly Manifest[] =>
  rendered.filter(({ folder }) => folder.includes(environment)).flatMap(({ manifests }) => manifests);

describe.each(environments)('network of %s', (environment) => {
  it('lets through exactly what deployment/docs/network.md lists', () => {
    const manifests = objectsOf(environment);
    const edges = [
      ...allowedEdges(manifests, PARTIES, 'egress'),
      ...allowedEdges(manifests, PARTIES, 'ingress'),
    ].map(keyOf);
    expect([...new Set(edges)].sort()).toEqual(documented.map(keyOf).sort());
  });

  it('allows an edge on both of its ends, or it would not be one', () => {
    const manifests = objectsOf(environment);
    const leaves = allowedEdges(manifests, PARTIES, 'egress').map(keyOf);
    const enters = allowedEdges(manifests, PARTIES, 'ingress').map(keyOf);
    const inside = documented.filter((edge) => ![edge.from, edge.to].some((one) => isOutside(one)));
    for (const edge of inside) {
      if (!NOT_OURS.includes(edge.from)) expect(leaves).toContain(keyOf(edge));
      if (!NOT_OURS.includes(edge.to)) expect(enters).toContain(keyOf(edge));
    }
  });

  it('denies everything else, both ways, in each of its namespaces', () => {
    const manifests = objectsOf(environment);
    for (const { metadata } of manifests.filter(({ kind }) => kind === 'Namespace')) {
      const denials = manifests.filter(
        (one) =>
          one.kind === 'NetworkPolicy' &&
          one.metadata.namespace === metadata.name &&
          Object.keys(one.spec.podSelector).length === 0,
      );
      expect(
        denials.map((one) => ({ ...one.spec })),
        metadata.name,
      ).toEqual([{ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }]);
    }
    for (const policy of manifests.filter(({ kind }) => kind === 'NetworkPolicy')) {
      expect(policy.spec.policyTypes, policy.metadata.name).toEqual(['Ingress', 'Egress']);
    }
  });

  it('has a policy for every pod, and none for pods that are not there', () => {
    const manifests = objectsOf(environment);
    const pods = [...podTemplates(manifests).map(({ labels }) => labels), ...operatorPodLabels(manifests)];
    const policies = manifests
      .filter((one) => one.kind === 'NetworkPolicy' && one.spec.podSelector.matchLabels !== undefined)
      .map((one) => one.spec.podSelector.matchLabels);
    for (const labels of pods) {
      expect(
        policies.filter((selector) => selects(selector, labels)),
        JSON.stringify(labels),
      ).toHaveLength(1);
    }
    // Redis comes by a chart, whose labels deployment/configs/helm/redis-ha.yaml decides.
    const fromCharts = PARTIES.filter((one) => one.name.startsWith('redis')).map(({ labels }) => labels);
    for (const selector of policies) {
      const isThere = [...pods, ...fromCharts].some((labels) => selects(selector, labels));
      expect(isThere, JSON.stringify(selector)).toBe(true);
    }
  });
});

describe('the check of edges', () => {
  const policyOf = (policy: string): Manifest =>
    structuredClone(
      objectsOf('production').find((one) => one.kind === 'NetworkPolicy' && one.metadata.name === policy)!,
    );
  const edgesOf = (policy: Manifest) => [
    ...allowedEdges([policy], PARTIES, 'ingress').map(keyOf),
    ...allowedEdges([policy], PARTIES, 'egress').map(keyOf),
  ];

  it('sees who is let in too many, a rule for everybody, and one for all ports', () => {
    const api = policyOf('mlmcsc-api');
    api.spec.ingress.push({ from: [{ podSelector: {} }], ports: [{ port: 8443 }] }, {});
    const edges = edgesOf(api);
    expect(edges).toContain('worker → api : TCP 8443');
    expect(edges).toContain('unknown: everybody → api : all ports');
    expect(documented.map(keyOf)).not.toContain('worker → api : TCP 8443');
  });

  it('sees a peer that is nobody', () => {
    const api = policyOf('mlmcsc-api');
    api.spec.egress = [
      { to: [{ podSelector: { matchLabels: name('mlmcsc-bucket') } }], ports: [{ port: 443 }] },
    ];
    expect(edgesOf(api).some((edge) => edge.includes('unknown: '))).toBe(true);
  });

  it('sees every folder that is rendered', () => {
    expect(environments.flatMap((one) => FOLDERS.filter((folder) => folder.includes(one)))).toHaveLength(
      FOLDERS.length,
    );
  });
});
