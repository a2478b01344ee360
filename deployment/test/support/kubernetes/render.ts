import { parseAllDocuments } from 'yaml';
import { repositoryPath } from '../../../../test/repository-path.ts';

import { outputOf } from '../output-of.ts';
import { kubernetesPrograms } from './kubectl.ts';
import type { Manifest } from './manifest.ts';

/** Every object of a folder below `deployment/kubernetes`, as `kubectl apply -k` would send it. */
export async function render(folder: string): Promise<readonly Manifest[]> {
  const { kubectl } = await kubernetesPrograms();
  const path = folder.startsWith('/') ? folder : repositoryPath('deployment/kubernetes', folder);
  return parseManifests(await outputOf(kubectl, ['kustomize', path]));
}

/** @throws Error for what YAML readers disagree about, such as a key that comes twice */
export function parseManifests(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const value = document.toJS();
    return value === null ? [] : [value as Manifest];
  });
}
