import type { Manifest } from './manifest.ts';
import { selects } from './pod-templates.ts';

/** Pods that edges join: a name for people, and where they are. */
export interface Party {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** e.g. `TCP 5432` */
  readonly port: string;
}

/** Addresses outside, as a rule names them. */
export const outside = (block: { cidr: string; except?: readonly string[] }): string =>
  block.except === undefined ? `any address (${block.cidr})` : 'the internet';

/**
 * Every edge that a side allows: `egress` what leaves each party, `ingress` what enters it. Peers that are no party come out as `unknown: …`,
 * so that nothing is allowed unseen.
 */
export function allowedEdges(
  manifests: readonly Manifest[],
  parties: readonly Party[],
  side: 'ingress' | 'egress',
): readonly Edge[] {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  const edges = policies.flatMap((policy) =>
    parties
      .filter(
        ({ namespace, labels }) =>
          namespace === policy.metadata.namespace &&
          selects(policy.spec.podSelector.matchLabels ?? {}, labels),
      )
      .flatMap((own) =>
        ((policy.spec[side] ?? []) as readonly Rule[]).flatMap((rule) =>
          peersOf(rule, side, policy, parties).flatMap((other) =>
            portsOf(rule).map((port) =>
              side === 'egress' ? { from: own.name, to: other, port } : { from: other, to: own.name, port },
            ),
          ),
        ),
      ),
  );
  return [...new Map(edges.map((edge) => [keyOf(edge), edge])).values()].sort((one, two) =>
    keyOf(one) < keyOf(two) ? -1 : 1,
  );
}

export const keyOf = ({ from, to, port }: Edge): string => `${from} → ${to} : ${port}`;

interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly port: number | string; readonly protocol?: string }[];
}

interface Peer {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
  readonly namespaceSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
}

function peersOf(
  rule: Rule,
  side: 'ingress' | 'egress',
  policy: Manifest,
  parties: readonly Party[],
): string[] {
  const peers = side === 'ingress' ? rule.from : rule.to;
  // Without a list a rule means everybody.
  if (peers === undefined || peers.length === 0) return ['unknown: everybody'];
  return peers.flatMap(({ ipBlock, namespaceSelector, podSelector }) => {
    if (ipBlock !== undefined) return [outside(ipBlock)];
    const inNamespace =
      namespaceSelector === undefined
        ? policy.metadata.namespace
        : namespaceSelector.matchLabels?.['kubernetes.io/metadata.name'];
    const found = parties.filter(
      ({ namespace, labels }) => namespace === inNamespace && selects(podSelector?.matchLabels ?? {}, labels),
    );
    return found.length > 0
      ? found.map(({ name }) => name)
      : [`unknown: ${JSON.stringify({ namespaceSelector, podSelector })}`];
  });
}

const portsOf = ({ ports = [] }: Rule): string[] =>
  ports.length === 0 ? ['all ports'] : ports.map(({ port, protocol = 'TCP' }) => `${protocol} ${port}`);
