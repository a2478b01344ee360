/** An object of Kubernetes as it stands in a manifest; tests look into it field by field. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: its kind decides what is in it, and the schemas check that
  readonly [field: string]: any;
}

/** What a message calls it, e.g. `Deployment mlmcsc/worker`. */
export const nameOf = ({ kind, metadata }: Manifest): string =>
  `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
