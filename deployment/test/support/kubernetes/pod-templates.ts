import type { Manifest } from './manifest.ts';

/** Pods that an object makes, of ours and by an operator's template. */
export interface PodTemplate {
  readonly owner: Manifest;
  readonly labels: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: the schemas check what is in it
  readonly spec: any;
  readonly containers: readonly Container[];
}

export interface Container {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the schemas check what is in it
  readonly [field: string]: any;
}

/** Pod templates of what Kubernetes itself runs. */
export function podTemplates(manifests: readonly Manifest[]): readonly PodTemplate[] {
  return manifests.flatMap((owner) => {
    const template = owner.kind === 'CronJob' ? owner.spec.jobTemplate.spec.template : owner.spec?.template;
    const isPodOwner = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].includes(owner.kind);
    if (!isPodOwner) return [];
    const { spec } = template;
    return [
      {
        owner,
        labels: template.metadata?.labels ?? {},
        spec,
        containers: [...(spec.initContainers ?? []), ...spec.containers],
      },
    ];
  });
}

/** Labels that operators give to the pods of their objects, as network policies and monitors select them. */
export function operatorPodLabels(
  manifests: readonly Manifest[],
): readonly Readonly<Record<string, string>>[] {
  return manifests.flatMap(({ kind, metadata, spec }) => {
    if (kind === 'Cluster') {
      const inherited = spec.inheritedMetadata?.labels ?? {};
      return [{ ...inherited, 'cnpg.io/cluster': metadata.name, 'cnpg.io/podRole': 'instance' }];
    }
    if (kind === 'Pooler') return [{ 'cnpg.io/poolerName': metadata.name, ...spec.template.metadata.labels }];
    if (kind === 'Prometheus') return [{ 'app.kubernetes.io/name': 'prometheus' }];
    if (kind === 'Alertmanager') return [{ 'app.kubernetes.io/name': 'alertmanager' }];
    return [];
  });
}

/** Whether a selector (`matchLabels`, or bare labels of a Service) takes pods with these labels. */
export const selects = (
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean => Object.entries(selector).every(([key, value]) => labels[key] === value);
