/** Keys of a scanner follow each other faster than this; nobody types so fast for long. */
export const SCANNER_GAP_MS = 50;
const LEAST_LENGTH = 3;
const MOST_LENGTH = 100;

/** A key press, as the scanner's reader needs it. */
export interface ScannedKey {
  readonly key: string;
  readonly atMs: number;
}

export type ScannerVerdict =
  /** May be the first key of a scan: keep it for `SCANNER_GAP_MS`, then give it back unless more came. */
  | { readonly kind: 'hold' }
  /** Part of a scan: nobody else's. */
  | { readonly kind: 'take' }
  /** The scan is complete. */
  | { readonly kind: 'scan'; readonly text: string }
  /** A person's key. */
  | { readonly kind: 'pass' };

/** Tells a barcode scanner that acts as a keyboard from a person: its keys come in a burst that Enter ends. */
export function createScannerReader(): (press: ScannedKey) => ScannerVerdict {
  let text = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return ({ key, atMs }) => {
    const isBurst = atMs - lastMs <= SCANNER_GAP_MS;
    lastMs = atMs;
    // Capital letters come with their Shift key.
    if (key === 'Shift') return { kind: 'pass' };
    if (!isBurst) text = '';
    if (key === 'Enter' || key === 'Tab') {
      const scanned = text.trim();
      text = '';
      if (scanned.length >= LEAST_LENGTH) return { kind: 'scan', text: scanned.slice(0, MOST_LENGTH) };
      return { kind: 'pass' };
    }
    if (key.length !== 1) {
      text = '';
      return { kind: 'pass' };
    }
    text += key;
    return { kind: text.length === 1 ? 'hold' : 'take' };
  };
}
