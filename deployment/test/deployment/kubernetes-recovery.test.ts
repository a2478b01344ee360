import { delimiter, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { FOLDERS, TEMPLATES } from '../support/kubernetes/environments.ts';
import { kubernetesPrograms } from '../support/kubernetes/kubectl.ts';
import type { Manifest } from '../support/kubernetes/manifest.ts';
import { render } from '../support/kubernetes/render.ts';
import { schemaProblems } from '../support/kubernetes/validate.ts';

const clusterOf = (manifests: readonly Manifest[]): Manifest =>
  manifests.find(({ kind }) => kind === 'Cluster')!;

/** What a server and its pods are known by, so that policies, monitors and releases fit whatever it was made from. */
function expectFits(cluster: Manifest): void {
  expect(schemaProblems(cluster)).toEqual([]);
  const { backup, bootstrap, externalClusters, inheritedMetadata } = cluster.spec;
  expect(inheritedMetadata.labels).toMatchObject({ 'mlmcsc.dev/database': 'server' });
  const [source] = externalClusters;
  expect(bootstrap).toEqual({ recovery: expect.objectContaining({ source: source.name }) });
  const places = [source, backup].map(({ barmanObjectStore }) => barmanObjectStore);
  // CloudNativePG refuses to archive where another line of time is, and rightly.
  const [from, to] = places.map(({ destinationPath, serverName }) => `${destinationPath}/${serverName}`);
  expect(to).not.toBe(from);
}

it.each(TEMPLATES)('%s is one Cluster that a strict API server takes', async (folder) => {
  const manifests = await render(folder);
  expect(manifests.map(({ kind }) => kind)).toEqual(['Cluster']);
  expectFits(clusterOf(manifests));
});

describe.each(FOLDERS)('restore-cluster-to-time.sh for %s', (folder) => {
  let production: Manifest;
  let print: (...options: string[]) => Promise<Manifest>;
  beforeAll(async () => {
    const { kubectl } = await kubernetesPrograms();
    production = clusterOf(await render(folder));
    print = async (...options) => {
      const { code, stdout, stderr } = await runProgram(
        repositoryPath('deployment/scripts/restore-cluster-to-time.sh'),
        [folder.replace('overlays/', ''), ...options, '--print'],
        { environment: { PATH: `${dirname(kubectl)}${delimiter}${process.env.PATH}` } },
      );
      expect(code, stderr).toBe(0);
      return JSON.parse(stdout) as Manifest;
    };
  });

  it('makes a second Cluster of the same size beside it, up to the moment', async () => {
    const restored = await print('--to', '2026-11-30T21:15:00+01:00');
    expectFits(restored);
    expect(restored.metadata).toMatchObject({ name: 'mlmcsc-database-restored', namespace: 'mlmcsc' });
    expect(restored.spec.bootstrap.recovery).toEqual({
      ...{ source: 'archive', database: 'mlmcsc', owner: 'mlmcsc', secret: { name: 'mlmcsc-database-user' } },
      recoveryTarget: { targetTime: '2026-11-30T20:15:00.000000Z' },
    });
    const archive = restored.spec.externalClusters[0].barmanObjectStore;
    const { destinationPath, endpointURL } = production.spec.backup.barmanObjectStore;
    expect(archive).toMatchObject({ destinationPath, endpointURL, serverName: 'mlmcsc-database' });
    expect(restored.spec).toMatchObject({
      ...{ instances: production.spec.instances, storage: production.spec.storage },
      ...{ resources: production.spec.resources, certificates: production.spec.certificates },
    });
  });

  it('makes the same Cluster again, from everything that was archived, from a named folder', async () => {
    const restored = await print(
      '--to',
      'latest',
      '--in-place',
      '--server',
      'mlmcsc-database-20261101000000',
    );
    expectFits(restored);
    expect(restored.metadata.name).toBe('mlmcsc-database');
    expect(restored.spec.bootstrap.recovery).not.toHaveProperty('recoveryTarget');
    expect(restored.spec.externalClusters[0].barmanObjectStore.serverName).toBe(
      'mlmcsc-database-20261101000000',
    );
  });
});
