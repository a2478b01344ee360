import { readdir, readFile } from 'node:fs/promises';
import { METRICS } from '@mlmcsc/platform/metrics';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';
import { FOLDERS, renderAll } from '../support/kubernetes/environments.ts';
import { nameOf } from '../support/kubernetes/manifest.ts';
import { operatorPodLabels, podTemplates, selects } from '../support/kubernetes/pod-templates.ts';
import { issuedSecrets, secretReferences } from '../support/kubernetes/secret-references.ts';

let rendered: Awaited<ReturnType<typeof renderAll>>;
/** What a person or generate-secrets.sh makes: `namespace/name` and its keys, from the table for operators. */
const supplied = new Map<string, readonly string[]>();
beforeAll(async () => {
  rendered = await renderAll();
  const text = await readFile(repositoryPath('deployment/docs/kubernetes.md'), 'utf8');
  for (const [, name = '', namespace = '', keys = ''] of text.matchAll(
    /^\| `([a-z0-9-]+)` \| `([a-z-]+)` \| (`[^|]+`) \|/gm,
  )) {
    supplied.set(`${namespace}/${name}`, keys.replaceAll('`', '').split(', '));
  }
});
const objectsOf = (folder: string) => rendered.find((one) => one.folder === folder)?.manifests ?? [];

describe.each(FOLDERS)('references in %s', (folder) => {
  it('of Services lead to pods and to ports that they have', () => {
    const manifests = objectsOf(folder);
    const templates = podTemplates(manifests);
    const services = manifests.filter(({ kind }) => kind === 'Service');
    expect(services.length).toBeGreaterThan(3);
    for (const service of services) {
      const pods = templates.filter(({ labels }) => selects(service.spec.selector, labels));
      expect(pods.length, nameOf(service)).toBe(1);
      for (const { targetPort } of service.spec.ports) {
        const ports = pods.flatMap(({ containers }) => containers.flatMap((one) => one.ports ?? []));
        expect(
          ports.map(({ name }) => name),
          nameOf(service),
        ).toContain(targetPort);
      }
    }
  });

  it('of autoscalers lead to Deployments, which then name no number themselves', () => {
    const manifests = objectsOf(folder);
    const scalers = manifests.filter(({ kind }) =>
      ['HorizontalPodAutoscaler', 'ScaledObject', 'VerticalPodAutoscaler'].includes(kind),
    );
    for (const scaler of scalers) {
      const { kind, name } = scaler.spec.scaleTargetRef ?? scaler.spec.targetRef;
      const target = manifests.find((one) => one.kind === kind && one.metadata.name === name);
      expect(target?.kind, nameOf(scaler)).toBe('Deployment');
      if (scaler.kind === 'VerticalPodAutoscaler') expect(scaler.spec.updatePolicy.updateMode).toBe('Off');
      else expect(target?.spec.replicas, nameOf(scaler)).toBeUndefined();
    }
    const scaled = (kind: string) =>
      scalers.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
    expect(scaled('HorizontalPodAutoscaler')).toEqual([
      'mlmcsc-api-blue',
      'mlmcsc-api-green',
      'mlmcsc-nginx',
    ]);
    expect(scaled('ScaledObject')).toEqual(['mlmcsc-worker']);
    expect(scaled('VerticalPodAutoscaler')).toEqual([
      ...['mlmcsc-api-blue', 'mlmcsc-api-green', 'mlmcsc-nginx', 'mlmcsc-worker'],
    ]);
  });

  it('of disruption budgets lead to pods, each to those of one program', () => {
    const manifests = objectsOf(folder);
    const pods = [...podTemplates(manifests).map(({ labels }) => labels), ...operatorPodLabels(manifests)];
    for (const budget of manifests.filter(({ kind }) => kind === 'PodDisruptionBudget')) {
      const selected = pods.filter((labels) => selects(budget.spec.selector.matchLabels, labels));
      expect(selected.length, nameOf(budget)).toBe(1);
    }
  });

  it('of volumes and variables lead to ConfigMaps that are there', () => {
    const manifests = objectsOf(folder);
    const maps = manifests.filter(({ kind }) => kind === 'ConfigMap').map(nameOf);
    const used = new Set<string>();
    for (const { owner, spec, containers } of podTemplates(manifests)) {
      const names = [
        ...containers.flatMap((one) =>
          (one.envFrom ?? []).map((from: { configMapRef?: { name: string } }) => from.configMapRef?.name),
        ),
        ...(spec.volumes ?? []).map((volume: { configMap?: { name: string } }) => volume.configMap?.name),
      ].filter((one) => one !== undefined);
      for (const name of names) {
        used.add(`ConfigMap ${owner.metadata.namespace}/${name}`);
        expect(maps, nameOf(owner)).toContain(`ConfigMap ${owner.metadata.namespace}/${name}`);
      }
    }
    expect(maps.filter((one) => !used.has(one))).toEqual([]);
  });

  it('of Secrets lead to what cert-manager issues or the table for operators lists, key by key', () => {
    const manifests = objectsOf(folder);
    const there = new Map(supplied);
    for (const { namespace, name, keys } of issuedSecrets(manifests)) there.set(`${namespace}/${name}`, keys);
    for (const { kind, metadata, data } of manifests) {
      if (kind === 'Secret') there.set(`${metadata.namespace}/${metadata.name}`, Object.keys(data));
    }
    const references = manifests.flatMap((one) =>
      secretReferences(one).map((reference) => ({ owner: nameOf(one), ...reference })),
    );
    expect(references.length).toBeGreaterThan(20);
    for (const { owner, namespace, name, keys } of references) {
      expect([...there.keys()], owner).toContain(`${namespace}/${name}`);
      for (const key of keys) expect(there.get(`${namespace}/${name}`), `${owner}: ${name}`).toContain(key);
    }
    const needed = new Set(references.map(({ namespace, name }) => `${namespace}/${name}`));
    // The chart of Redis reads its password; nothing of ours does.
    expect([...supplied.keys()].filter((one) => !needed.has(one))).toEqual(['mlmcsc/mlmcsc-redis']);
  });

  it('of Grafana lead to every dashboard', async () => {
    const files = await readdir(repositoryPath('deployment/configs/grafana/dashboards'));
    const maps = objectsOf(folder).filter(({ metadata }) =>
      metadata.name.startsWith('mlmcsc-grafana-dashboards'),
    );
    expect(maps.flatMap(({ data }) => Object.keys(data)).sort()).toEqual(files.sort());
    // Where they are mounted is where the provider looks.
    const provider = objectsOf(folder).find(({ metadata }) =>
      metadata.name.startsWith('mlmcsc-grafana-providers'),
    );
    const { providers } = parse(provider?.data['dashboards.yml']);
    const grafana = podTemplates(objectsOf(folder)).find(
      ({ owner }) => owner.metadata.name === 'mlmcsc-grafana',
    );
    const mounts = grafana?.spec.containers[0].volumeMounts;
    expect(mounts).toContainEqual({
      name: 'dashboards',
      mountPath: providers[0].options.path,
      readOnly: true,
    });
  });

  it('of certificates lead to issuers', () => {
    const manifests = objectsOf(folder);
    const issuers = manifests
      .filter(({ kind }) => kind === 'ClusterIssuer')
      .map(({ metadata }) => metadata.name);
    for (const certificate of manifests.filter(({ kind }) => kind === 'Certificate')) {
      expect(certificate.spec.issuerRef.kind, nameOf(certificate)).toBe('ClusterIssuer');
      expect(issuers, nameOf(certificate)).toContain(certificate.spec.issuerRef.name);
    }
  });

  it('of monitors lead to pods and Services with such a port', () => {
    const manifests = objectsOf(folder);
    const templates = podTemplates(manifests);
    const ofOperators = operatorPodLabels(manifests);
    for (const monitor of manifests.filter(({ kind }) => kind === 'PodMonitor')) {
      const selector = monitor.spec.selector.matchLabels;
      if (selector.app === 'redis-ha') continue;
      const pods = templates.filter(({ labels }) => selects(selector, labels));
      expect(pods.length + ofOperators.filter((labels) => selects(selector, labels)).length).toBeGreaterThan(
        0,
      );
      for (const { containers } of pods) {
        const ports = containers.flatMap((one) =>
          (one.ports ?? []).map(({ name }: { name: string }) => name),
        );
        expect(ports, nameOf(monitor)).toContain(monitor.spec.podMetricsEndpoints[0].port);
      }
    }
  });

  it('of figures lead to metrics that the product has', async () => {
    const manifests = objectsOf(folder);
    const queries = manifests
      .filter(({ kind }) => kind === 'ScaledObject')
      .flatMap(({ spec }) =>
        spec.triggers.map((trigger: { metadata: { query: string } }) => trigger.metadata.query),
      );
    expect(queries.flatMap((query) => query.match(/mlmcsc_\w+/g) ?? [])).toEqual([
      ...['mlmcsc_jobs', 'mlmcsc_job_waiting_seconds'],
    ]);
    for (const query of queries) {
      const [, metric = '', selector = ''] = /(mlmcsc_\w+)\{([^}]*)\}/.exec(query) ?? [];
      const { labels, processes } = METRICS[metric as keyof typeof METRICS];
      expect(processes).toContain('worker');
      for (const [, label = ''] of selector.matchAll(/(\w+)=~?"/g)) {
        expect([...labels, 'namespace', 'pod']).toContain(label);
      }
    }
    const values = parse(
      await readFile(repositoryPath('deployment/configs/operators/prometheus-adapter.yaml'), 'utf8'),
    );
    const offered = values.rules.custom.map((rule: { name: { as: string } }) => rule.name.as);
    for (const { spec } of manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
      for (const { pods } of spec.metrics.filter(({ type }: { type: string }) => type === 'Pods')) {
        expect(offered).toContain(pods.metric.name);
        expect(METRICS[pods.metric.name as keyof typeof METRICS].processes).toContain('api');
        expect(values.rules.custom[0].seriesQuery).toMatch(new RegExp(`^${pods.metric.name}\\{`));
      }
    }
  });

  it('to other machines are encrypted, each of them', () => {
    const addresses = JSON.stringify(objectsOf(folder)).match(/\b[a-z][a-z0-9+.-]*:\/\/[^"\\ ]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(8);
    expect([...new Set(addresses.map((address) => address.split(':')[0]))].sort()).toEqual(['https', 's3']);
  });
});
