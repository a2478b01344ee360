import { nameOf } from './manifest.ts';
import type { Container, PodTemplate } from './pod-templates.ts';

/**
 * What is wrong with a pod: Pod Security "restricted" of Kubernetes 1.32 (its rules, one by one), then rules of this repository:
 * resources, probes, pinned images, no token, no secret in the environment, time to end. Empty: nothing.
 */
export function podProblems(template: PodTemplate): readonly string[] {
  const { owner, spec, containers } = template;
  const problems = [
    ...problemsOfPod(template),
    ...containers.flatMap((one) =>
      [...securityProblems(one, spec.securityContext ?? {}), ...houseProblems(one)].map(
        (problem) => `${one.name}: ${problem}`,
      ),
    ),
    ...(owner.kind === 'Deployment'
      ? spec.containers.flatMap((one: Container) => [...servingProblems(one, spec)])
      : []),
  ];
  return problems.map((problem) => `${nameOf(owner)}: ${problem}`);
}

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

function* problemsOfPod({ spec }: PodTemplate): Generator<string> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) if (spec[field]) yield `${field} is on`;
  if (spec.automountServiceAccountToken !== false) yield 'it gets a token of the cluster';
  if (spec.enableServiceLinks !== false) yield 'it gets a variable for each Service';
  if ((spec.securityContext?.sysctls ?? []).length > 0) yield 'it changes the kernel';
  for (const volume of spec.volumes ?? []) {
    const kinds = Object.keys(volume).filter((key) => key !== 'name');
    if (kinds.length !== 1 || !VOLUMES.includes(kinds[0]!)) yield `volume ${volume.name} is a ${kinds}`;
    if (volume.emptyDir !== undefined && volume.emptyDir.sizeLimit === undefined) {
      yield `volume ${volume.name} has no limit`;
    }
    // Readable by the group of the pod, and by nobody else.
    if (volume.secret !== undefined && volume.secret.defaultMode !== 0o440) {
      yield `anybody may read volume ${volume.name}`;
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the schemas check what is in it
function* securityProblems(container: Container, ofPod: any): Generator<string> {
  const own = container.securityContext ?? {};
  if ((own.runAsNonRoot ?? ofPod.runAsNonRoot) !== true) yield 'may run as root';
  if ((own.runAsUser ?? ofPod.runAsUser) === 0) yield 'runs as the user 0';
  const profile = (own.seccompProfile ?? ofPod.seccompProfile)?.type;
  if (!['RuntimeDefault', 'Localhost'].includes(profile)) yield 'has no seccomp profile';
  if (own.privileged === true) yield 'is privileged';
  if (own.allowPrivilegeEscalation !== false) yield 'may get more rights';
  if (!(own.capabilities?.drop ?? []).includes('ALL')) yield 'keeps capabilities';
  if ((own.capabilities?.add ?? []).some((one: string) => one !== 'NET_BIND_SERVICE'))
    yield 'adds capabilities';
  if (own.procMount !== undefined && own.procMount !== 'Default') yield 'sees more of /proc';
  if (own.readOnlyRootFilesystem !== true) yield 'can write its root file system';
  for (const { hostPort } of container.ports ?? [])
    if (hostPort !== undefined) yield 'takes a port of the host';
}

function* houseProblems({ image, resources, env = [] }: Container): Generator<string> {
  const [, tag, digest] = /(?<=^|\/)[^/:@]+(?::([^/@]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image) ?? [];
  if (tag === 'latest' || (tag === undefined && digest === undefined)) yield `image ${image} is not pinned`;
  for (const field of ['cpu', 'memory']) {
    if (resources?.requests?.[field] === undefined) yield `has no request of ${field}`;
    if (resources?.limits?.[field] === undefined) yield `has no limit of ${field}`;
  }
  for (const { name, valueFrom } of env) {
    if (valueFrom?.secretKeyRef !== undefined) yield `variable ${name} is a secret: mount it as a file`;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the schemas check what is in it
function* servingProblems({ ports = [], lifecycle, ...container }: Container, spec: any): Generator<string> {
  const names = ports.map(({ name }: { name: string }) => name);
  for (const kind of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    const probe = container[kind];
    const asked = probe?.httpGet ?? probe?.tcpSocket;
    if (asked === undefined) yield `has no ${kind}`;
    else if (!names.includes(asked.port)) yield `${kind} asks a port that is not there`;
  }
  const wait = lifecycle?.preStop?.sleep?.seconds ?? 0;
  if (wait >= (spec.terminationGracePeriodSeconds ?? 30)) yield 'is killed while it waits to be left alone';
}
