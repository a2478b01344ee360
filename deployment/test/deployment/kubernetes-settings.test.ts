import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Environment, parseConfig } from '@mlmcsc/platform/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';
import { FOLDERS, renderAll } from '../support/kubernetes/environments.ts';
import type { Manifest } from '../support/kubernetes/manifest.ts';
import { type PodTemplate, podTemplates } from '../support/kubernetes/pod-templates.ts';

let rendered: Awaited<ReturnType<typeof renderAll>>;
beforeAll(async () => {
  rendered = await renderAll();
});
const objectsOf = (folder: string) => rendered.find((one) => one.folder === folder)?.manifests ?? [];

/** Secrets as generate-secrets.sh makes them. */
const random = '5e0c1fa97b3d4826a1c9f4e07d6b8253';
const SECRETS: Readonly<Record<string, string>> = {
  'database-url': `postgres://mlmcsc:${random}@mlmcsc-pooler:5432/mlmcsc`,
  'database-direct-url': `postgres://mlmcsc:${random}@mlmcsc-database-rw:5432/mlmcsc`,
  'database-read-url': `postgres://mlmcsc:${random}@mlmcsc-database-ro:5432/mlmcsc`,
  'redis-url': `rediss://:${random}@mlmcsc-redis-haproxy:6379/0`,
  'session-secret': random,
  's3-access-key-id': 'AKIA0123456789',
  's3-secret-access-key': random,
};

const templateOf = (manifests: readonly Manifest[], name: string): PodTemplate =>
  podTemplates(manifests).find(({ owner }) => owner.metadata.name === name)!;

/** The variables of a pod's container, as its ConfigMaps give them. */
function environmentOf(manifests: readonly Manifest[], { spec }: PodTemplate): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { configMapRef } of spec.containers[0].envFrom ?? []) {
    Object.assign(
      variables,
      manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name)
        ?.data,
    );
  }
  return variables;
}

/** What a file of a pod holds. @throws Error where the pod mounts no such key of a Secret */
function readIn({ spec }: PodTemplate, path: string): string {
  for (const { name, mountPath } of spec.containers[0].volumeMounts) {
    if (!path.startsWith(`${mountPath}/`)) continue;
    const key = path.slice(mountPath.length + 1);
    const { secret } = spec.volumes.find((volume: { name: string }) => volume.name === name);
    const keys = secret?.items?.map((item: { path: string }) => item.path) ?? Object.keys(SECRETS);
    if (secret !== undefined && keys.includes(key)) return SECRETS[key] ?? `file ${key}`;
  }
  throw new Error(`nothing is mounted as ${path}`);
}

interface Mount {
  readonly mountPath: string;
  readonly readOnly?: boolean;
}

const PROGRAMS = [
  ['mlmcsc-api-blue', 'api'],
  ['mlmcsc-api-green', 'api'],
  ['mlmcsc-worker', 'worker'],
  ['mlmcsc-migrate', 'command'],
  ['mlmcsc-doctor', 'command'],
] as const;

describe.each(FOLDERS)('settings of %s', (folder) => {
  it.each(PROGRAMS)('let %s start in production', (name, kind) => {
    const manifests = objectsOf(folder);
    const template = templateOf(manifests, name);
    const environment = environmentOf(manifests, template);
    const config = parseConfig(environment, (path) => readIn(template, path), kind);
    expect(config).toMatchObject({ mode: 'production', metricsPort: 9464, metricsHost: '0.0.0.0' });
    // Files that are read later are mounted, too.
    for (const [key, path] of Object.entries(environment)) {
      if (key.endsWith('_FILE')) expect(() => readIn(template, path), key).not.toThrow();
    }
    // Data go where something may be written.
    const writable = template.spec.containers[0].volumeMounts.filter(
      (mount: Mount) => mount.readOnly !== true,
    );
    expect(writable.some((mount: Mount) => config.dataDir.startsWith(mount.mountPath))).toBe(true);
  });

  it('agree with the ports of the pods and with the processors that they get', () => {
    const manifests = objectsOf(folder);
    for (const [name, kind] of PROGRAMS.slice(0, 3)) {
      const template = templateOf(manifests, name);
      const config = parseConfig(environmentOf(manifests, template), (path) => readIn(template, path), kind);
      const [container] = template.containers;
      const ports = Object.fromEntries(
        container!.ports.map((one: { name: string; containerPort: number }) => [one.name, one.containerPort]),
      );
      expect(ports.metrics).toBe(config.metricsPort);
      if (kind === 'api') expect(ports.https).toBe(config.port);
      expect(config.measureThreads).toBe(Number(container!.resources.limits.cpu));
    }
  });

  it('give a request the time that nginx gives it, before its process is ended', async () => {
    const manifests = objectsOf(folder);
    const template = templateOf(manifests, 'mlmcsc-api-blue');
    const { shutdownMs } = parseConfig(
      environmentOf(manifests, template),
      (path) => readIn(template, path),
      'api',
    );
    const nginx = await readFile(
      repositoryPath('deployment/docker/nginx/templates/mlmcsc.conf.template'),
      'utf8',
    );
    const longest = Math.max(
      ...[...nginx.matchAll(/proxy_read_timeout (\d+)s;/g)].map(([, seconds]) => Number(seconds)),
    );
    expect(shutdownMs / 1000).toBeGreaterThan(longest);
    for (const name of ['mlmcsc-api-blue', 'mlmcsc-nginx']) {
      const { spec } = templateOf(manifests, name);
      const wait = spec.containers[0].lifecycle.preStop.sleep.seconds;
      expect(spec.terminationGracePeriodSeconds, name).toBeGreaterThanOrEqual(wait + longest + 10);
    }
    const { spec } = templateOf(manifests, 'mlmcsc-api-blue');
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(shutdownMs / 1000 + 10);
  });

  it('fill every placeholder of the templates of nginx, or its image does', async () => {
    const manifests = objectsOf(folder);
    const image = repositoryPath('deployment/docker/nginx/Dockerfile');
    const ofImage = existsSync(image) ? await readFile(image, 'utf8') : '';
    const given = [
      ...Object.keys(environmentOf(manifests, templateOf(manifests, 'mlmcsc-nginx'))),
      ...[...ofImage.matchAll(/^(?:ENV|\s+) ?([A-Z_]+)=/gm)].map(([, name]) => name!),
    ];
    const templates = repositoryPath('deployment/docker/nginx/templates');
    const files = [
      ...(await readdir(templates)).map((file) => join(templates, file)),
      repositoryPath('deployment/kubernetes/base/nginx/monitoring.conf.template'),
    ];
    for (const file of files) {
      for (const [, name] of (await readFile(file, 'utf8')).matchAll(/\$\{([A-Z_]+)\}/g)) {
        expect(given, file).toContain(name);
      }
    }
  });

  it('name hosts that the certificates are for', () => {
    const manifests = objectsOf(folder);
    const namesIn = (certificate: string): readonly string[] =>
      manifests.find(({ kind, metadata }) => kind === 'Certificate' && metadata.name === certificate)?.spec
        .dnsNames ?? [];
    const nginx = environmentOf(manifests, templateOf(manifests, 'mlmcsc-nginx'));
    const api = environmentOf(manifests, templateOf(manifests, 'mlmcsc-api-blue'));
    const grafana = environmentOf(manifests, templateOf(manifests, 'mlmcsc-grafana'));
    const host = new URL(api.MLMCSC_PUBLIC_URL!).hostname;
    expect(nginx.SERVER_NAME).toBe(host);
    expect(new URL(grafana.GF_SERVER_ROOT_URL!).hostname).toBe(`monitoring.${host}`);
    expect(namesIn('mlmcsc-web-tls')).toEqual([host, `monitoring.${host}`]);
    expect(namesIn('mlmcsc-api-tls')).toContain(nginx.API_TLS_NAME);
    expect(namesIn('mlmcsc-grafana-tls')).toContain('mlmcsc-grafana');
    for (const key of ['database-url', 'database-direct-url', 'database-read-url']) {
      expect(namesIn('mlmcsc-database-tls')).toContain(new URL(SECRETS[key]!).hostname);
    }
    expect(namesIn('mlmcsc-redis-tls')).toContain(new URL(SECRETS['redis-url']!).hostname);
    for (const [, name = ''] of JSON.stringify(manifests).matchAll(
      /https:\/\/((?:prometheus|alertmanager)-operated\.[a-z.-]+)/g,
    )) {
      const certificate = `mlmcsc-${name.split('-')[0]}-tls`;
      expect(namesIn(certificate)).toContain(name);
    }
    for (const { kind, metadata, spec } of manifests.filter((one) => one.kind === 'Service')) {
      expect(
        spec.ports.every(({ port }: { port: number }) => port !== 80),
        `${kind} ${metadata.name}`,
      ).toBe(true);
    }
  });
});

describe('the check of settings', () => {
  const problemsWith = (change: Record<string, string | undefined>): readonly string[] => {
    const manifests = objectsOf('overlays/production');
    const template = templateOf(manifests, 'mlmcsc-api-blue');
    const environment: Environment = { ...environmentOf(manifests, template), ...change };
    try {
      parseConfig(environment, (path) => readIn(template, path), 'api');
      return [];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems;
    }
  };

  it.each<[what: string, change: Record<string, string | undefined>]>([
    ['a setting that is misspelt', { MLMCSC_LOGLEVEL: 'info' }],
    ['a variable of a Service', { MLMCSC_API_SERVICE_HOST: '10.0.0.1' }],
    ['a secret that is not mounted', { MLMCSC_REDIS_URL_FILE: '/run/secrets/mlmcsc/redis' }],
    ['an S3 server without TLS', { MLMCSC_S3_ENDPOINT: 'http://s3.example' }],
    ['everybody as a proxy', { MLMCSC_TRUST_PROXY: 'true' }],
    ['no certificate', { MLMCSC_TLS_CERT_FILE: undefined, MLMCSC_TLS_KEY_FILE: undefined }],
  ])('finds %s', (_what, change) => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith(change)).not.toEqual([]);
  });

  it('holds the values of the Redis chart to the same names', async () => {
    const values = parse(
      await readFile(repositoryPath('deployment/configs/operators/redis-ha.yaml'), 'utf8'),
    );
    expect(new URL(SECRETS['redis-url']!).hostname).toBe(`${values.fullnameOverride}-haproxy`);
    expect([values.redis.port, values.sentinel.port]).toEqual([0, 0]);
    expect(values.haproxy.customConfig.match(/check-ssl verify required/g)).toHaveLength(values.replicas);
  });
});
