import type { Manifest } from './manifest.ts';

/** A Secret that an object needs, and the keys of it that it names. */
export interface SecretReference {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** Secrets that cert-manager makes, with their keys. */
export const issuedSecrets = (manifests: readonly Manifest[]): readonly SecretReference[] =>
  manifests
    .filter(({ kind }) => kind === 'Certificate')
    .map(({ metadata, spec }) => ({
      namespace: metadata.namespace!,
      name: spec.secretName,
      keys: ['ca.crt', 'tls.crt', 'tls.key'],
    }));

/** Every Secret that an object names, wherever its kind lets it. */
export function secretReferences(manifest: Manifest): readonly SecretReference[] {
  if (manifest.kind === 'Certificate') return [];
  // The authority of a ClusterIssuer is in the namespace of cert-manager.
  const namespace = manifest.metadata.namespace ?? 'cert-manager';
  const found: SecretReference[] = [];
  const add = (name: unknown, ...keys: unknown[]) =>
    found.push({ namespace, name: String(name), keys: keys.filter((key) => key !== undefined).map(String) });
  visit(manifest.spec);
  return found;

  function visit(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isObject(value)) return;
    for (const [field, one] of Object.entries(value)) {
      if (/^(secretName|configSecret|server(CA|TLS)Secret)$/.test(field) && typeof one === 'string') {
        const items = Array.isArray(value.items) ? value.items : [];
        add(one, ...items.map(({ key }) => key));
      } else if (field === 'secretTargetRef' && Array.isArray(one)) {
        for (const { name, key } of one) add(name, key);
      } else if (isObject(one) && typeof one.name === 'string' && isSecretField(field)) {
        add(one.name, one.key);
      } else visit(one);
    }
  }
}

const isSecretField = (field: string): boolean =>
  /^(secret|keySecret|secretRef|secretKeyRef|clientTLSSecret|accessKeyId|secretAccessKey)$/.test(field);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
