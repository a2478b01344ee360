import { useEffect, useEffectEvent } from 'react';
import { isTypingTarget } from '../../../shared/keyboard/shortcut.ts';
import { createScannerReader, SCANNER_GAP_MS } from '../scanner.ts';

/** Hears a barcode scanner that acts as a keyboard, wherever the focus is except in a text field. */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const read = createScannerReader();
    const givenBack = new WeakSet<KeyboardEvent>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    /** A held letter was a person's after all: shortcuts get it a moment later. */
    const giveBack = ({ target, key, code, shiftKey }: KeyboardEvent) => {
      const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
      givenBack.add(again);
      (target ?? window).dispatchEvent(again);
    };
    const listener = (event: KeyboardEvent) => {
      if (givenBack.has(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLElement && isTypingTarget(event.target)) {
        // The first digit of a code has opened the field of the value: the rest is the scanner's all the same.
        if (timer === undefined) return;
      }
      const verdict = read({ key: event.key, atMs: event.timeStamp });
      if (verdict.kind === 'pass') return;
      clearTimeout(timer);
      timer = undefined;
      if (verdict.kind === 'scan') {
        stop(event);
        scanned(verdict.text);
      } else if (verdict.kind === 'take') {
        stop(event);
        timer = setTimeout(() => {
          timer = undefined;
        }, SCANNER_GAP_MS);
      } else if (/^[a-z]$/i.test(event.key)) {
        // Digits and signs begin a typed value, which only the browser itself can carry out.
        stop(event);
        timer = setTimeout(() => {
          timer = undefined;
          giveBack(event);
        }, SCANNER_GAP_MS);
      } else {
        timer = setTimeout(() => {
          timer = undefined;
        }, SCANNER_GAP_MS);
      }
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
}
