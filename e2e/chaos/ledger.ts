/** What the product has accepted: each entry must have exactly its effect at the end. */
export interface Ledger {
  /** Image id → SHA-256 of the bytes that were sent. */
  readonly images: Map<string, string>;
  /** Analysis id → what was answered. */
  readonly analyses: Map<string, { readonly imageId: string; readonly shearPercent: number | null }>;
  /** Notes of a label, unique for each judgement → whether it was accepted; one that was never accepted may still have arrived. */
  readonly labels: Map<string, boolean>;
  /** Job id → its pictures; each picture is in no other job. */
  readonly jobs: Map<string, readonly string[]>;
  /** Requests by kind and outcome. */
  readonly requests: Map<string, number>;
}

export const createLedger = (): Ledger => ({
  images: new Map(),
  analyses: new Map(),
  labels: new Map(),
  jobs: new Map(),
  requests: new Map(),
});

export function countRequest({ requests }: Ledger, kind: string, outcome: string | number): void {
  const key = `${kind} ${outcome}`;
  requests.set(key, (requests.get(key) ?? 0) + 1);
}
