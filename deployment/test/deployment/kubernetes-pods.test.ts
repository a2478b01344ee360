import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, renderAll } from '../support/kubernetes/environments.ts';
import { type Manifest, nameOf } from '../support/kubernetes/manifest.ts';
import { podProblems } from '../support/kubernetes/pod-policy.ts';
import { podTemplates, selects } from '../support/kubernetes/pod-templates.ts';

const NAMESPACES = ['mlmcsc', 'mlmcsc-monitoring'];
const RESOURCES = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'cpu'],
  ['limits', 'memory'],
] as const;

let rendered: Awaited<ReturnType<typeof renderAll>>;
beforeAll(async () => {
  rendered = await renderAll();
});
const objectsOf = (folder: string) => rendered.find((one) => one.folder === folder)?.manifests ?? [];

describe.each(FOLDERS)('pods of %s', (folder) => {
  it('keep to Pod Security "restricted" and to the rules of the house', () => {
    const templates = podTemplates(objectsOf(folder));
    expect(templates.map(({ owner }) => owner.metadata.name).sort()).toEqual([
      ...['mlmcsc-api-blue', 'mlmcsc-api-green', 'mlmcsc-doctor', 'mlmcsc-grafana', 'mlmcsc-migrate'],
      ...['mlmcsc-nginx', 'mlmcsc-worker'],
    ]);
    expect(templates.flatMap(podProblems)).toEqual([]);
  });

  it('are in a namespace that refuses others', () => {
    const namespaces = objectsOf(folder).filter(({ kind }) => kind === 'Namespace');
    for (const { metadata } of namespaces) {
      for (const mode of ['enforce', 'audit', 'warn']) {
        expect(metadata.labels?.[`pod-security.kubernetes.io/${mode}`], metadata.name).toBe('restricted');
      }
    }
    expect(namespaces.map(({ metadata }) => metadata.name)).toEqual(NAMESPACES);
  });

  it('have a priority that is defined, and an account of their own without a token', () => {
    const manifests = objectsOf(folder);
    const accounts = new Map<string, string>();
    const priorities = manifests
      .filter(({ kind }) => kind === 'PriorityClass')
      .map((one) => one.metadata.name);
    for (const { owner, spec } of podTemplates(manifests)) {
      expect(priorities, nameOf(owner)).toContain(spec.priorityClassName);
      const account = manifests.find(
        ({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === spec.serviceAccountName,
      );
      expect(account?.automountServiceAccountToken, nameOf(owner)).toBe(false);
      const program = owner.metadata.name.replace(/-(blue|green)$/, '');
      expect(accounts.get(spec.serviceAccountName) ?? program, nameOf(owner)).toBe(program);
      accounts.set(spec.serviceAccountName, program);
    }
  });

  it('that serve are spread, and may go one at a time only', () => {
    const manifests = objectsOf(folder);
    for (const { owner, labels, spec } of podTemplates(manifests)) {
      if (owner.kind !== 'Deployment') continue;
      const budgets = manifests.filter(
        (one) => one.kind === 'PodDisruptionBudget' && selects(one.spec.selector.matchLabels, labels),
      );
      expect(
        budgets.map((one) => one.spec.maxUnavailable),
        nameOf(owner),
      ).toEqual([1]);
      expect(owner.spec.strategy.rollingUpdate, nameOf(owner)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
      const topologies = spec.topologySpreadConstraints.map(
        (one: { topologyKey: string }) => one.topologyKey,
      );
      expect(topologies, nameOf(owner)).toEqual(['topology.kubernetes.io/zone', 'kubernetes.io/hostname']);
      for (const { labelSelector } of spec.topologySpreadConstraints) {
        expect(selects(labelSelector.matchLabels, labels), nameOf(owner)).toBe(true);
        expect(labelSelector.matchLabels, nameOf(owner)).toEqual(owner.spec.selector.matchLabels);
      }
    }
  });

  it('fit together into the quota of the namespace, at the upper end of scaling', () => {
    const manifests = objectsOf(folder);
    const scalers = manifests.filter(({ kind }) =>
      ['HorizontalPodAutoscaler', 'ScaledObject'].includes(kind),
    );
    const most = ({ metadata, spec }: Manifest): number => {
      const scaler = scalers.find((one) => one.spec.scaleTargetRef.name === metadata.name)?.spec;
      return scaler?.maxReplicas ?? scaler?.maxReplicaCount ?? spec.replicas ?? 1;
    };
    const byOperators = manifests.filter(({ kind }) =>
      ['Cluster', 'Pooler', 'Prometheus', 'Alertmanager'].includes(kind),
    );
    const users = [
      ...podTemplates(manifests).map(({ owner, containers }) => ({
        owner,
        pods: most(owner),
        resources: containers.map((one) => one.resources),
      })),
      ...byOperators.map((owner) => ({
        owner,
        pods: owner.spec.instances ?? owner.spec.replicas,
        resources: [owner.spec.resources ?? owner.spec.template.spec.containers[0].resources],
      })),
    ];
    const quotas = manifests.filter(({ kind }) => kind === 'ResourceQuota');
    expect(quotas.map(({ metadata }) => metadata.namespace).sort()).toEqual(NAMESPACES);
    for (const { metadata, spec } of quotas) {
      const inside = users.filter(({ owner }) => owner.metadata.namespace === metadata.namespace);
      // Of each one more, while it is renewed.
      const pods = inside.reduce((sum, one) => sum + one.pods + 1, 0);
      expect(pods, `${metadata.name} pods`).toBeLessThanOrEqual(Number(spec.hard.pods));
      for (const [kind, field] of RESOURCES) {
        let sum = 0;
        for (const one of inside) {
          for (const each of one.resources) sum += (one.pods + 1) * amount(each[kind][field]);
        }
        const name = `${kind}.${field}`;
        expect(sum, `${metadata.name} ${name}`).toBeLessThanOrEqual(amount(spec.hard[name]));
      }
    }
  });
});

describe('the check of pods', () => {
  const deployment = () =>
    structuredClone(
      objectsOf('overlays/production').find(
        (one) => one.kind === 'Deployment' && one.metadata.name === 'mlmcsc-api-blue',
      )!,
    );

  // biome-ignore lint/suspicious/noExplicitAny: faults are planted anywhere
  it.each<[what: string, plant: (pod: any, container: any) => void]>([
    ['a root user', (pod) => (pod.securityContext.runAsNonRoot = false)],
    ['the user 0', (_pod, one) => (one.securityContext.runAsUser = 0)],
    ['no seccomp profile', (pod) => delete pod.securityContext.seccompProfile],
    ['a way to more rights', (_pod, one) => (one.securityContext.allowPrivilegeEscalation = true)],
    ['a privileged container', (_pod, one) => (one.securityContext.privileged = true)],
    [
      'capabilities',
      (_pod, one) => (one.securityContext.capabilities = { add: ['NET_ADMIN'], drop: ['ALL'] }),
    ],
    ['capabilities that stay', (_pod, one) => delete one.securityContext.capabilities],
    [
      'a root file system that can be written',
      (_pod, one) => (one.securityContext.readOnlyRootFilesystem = false),
    ],
    ['the network of the host', (pod) => (pod.hostNetwork = true)],
    ['a folder of the host', (pod) => pod.volumes.push({ name: 'host', hostPath: { path: '/' } })],
    ['a port of the host', (_pod, one) => (one.ports[0].hostPort = 80)],
    ['a token', (pod) => delete pod.automountServiceAccountToken],
    ['variables of Services', (pod) => delete pod.enableServiceLinks],
    ['no limit of memory', (_pod, one) => delete one.resources.limits.memory],
    ['no request of processor time', (_pod, one) => delete one.resources.requests.cpu],
    ['no readiness', (_pod, one) => delete one.readinessProbe],
    ['a probe of a port that is not there', (_pod, one) => (one.livenessProbe.httpGet.port = 'web')],
    ['an image without a tag', (_pod, one) => (one.image = 'mlmcsc-api')],
    ['the tag latest', (_pod, one) => (one.image = 'registry:5000/mlmcsc-api:latest')],
    ['a folder in memory without a limit', (pod) => (pod.volumes.at(-1).emptyDir = {})],
    ['a secret that anybody in the pod may read', (pod) => (pod.volumes[0].secret.defaultMode = 0o444)],
    [
      'a secret as a variable',
      (_pod, one) => (one.env = [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }]),
    ],
    ['a wait that is longer than the grace', (_pod, one) => (one.lifecycle.preStop.sleep.seconds = 160)],
    [
      'an init container that is not held to it',
      (pod, one) => (pod.initContainers = [{ ...one, securityContext: {} }]),
    ],
  ])('finds %s', (_what, plant) => {
    const faulty = deployment();
    expect(podTemplates([faulty]).flatMap(podProblems)).toEqual([]);
    plant(faulty.spec.template.spec, faulty.spec.template.spec.containers[0]);
    expect(podTemplates([faulty]).flatMap(podProblems)).not.toEqual([]);
  });
});

/** A quantity of Kubernetes as a number. */
function amount(quantity: string | number): number {
  const [, number, unit = ''] = /^([\d.]+)([a-zA-Z]*)$/.exec(String(quantity)) ?? [];
  const factor = { '': 1, m: 0.001, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 }[unit];
  if (number === undefined || factor === undefined)
    throw new Error(`${quantity} is not a quantity that is known here`);
  return Number(number) * factor;
}
