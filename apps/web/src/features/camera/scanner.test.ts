import { describe, expect, it } from 'vitest';
import { createScannerReader, SCANNER_GAP_MS } from './scanner.ts';

/** Presses keys `gapMs` apart and gives the verdicts. */
function press(keys: readonly string[], gapMs: number, read = createScannerReader(), fromMs = 1000) {
  return keys.map((key, index) => read({ key, atMs: fromMs + index * gapMs }));
}
const kinds = (verdicts: ReturnType<typeof press>) => verdicts.map(({ kind }) => kind);

describe('the scanner', () => {
  it('is told by its speed, capitals with their Shift keys among them', () => {
    const verdicts = press(['Shift', 'H', '-', '2', '0', '4', '1', 'Enter'], 8);
    expect(verdicts.at(-1)).toEqual({ kind: 'scan', text: 'H-2041' });
    expect(kinds(verdicts)).toEqual(['pass', 'hold', 'take', 'take', 'take', 'take', 'take', 'scan']);
  });

  it('leaves what a person types to the page', () => {
    expect(kinds(press(['4', '2', '.', '5', 'Enter'], SCANNER_GAP_MS + 40))).toEqual([
      'hold',
      'hold',
      'hold',
      'hold',
      'pass',
    ]);
  });

  it('takes neither two quick keys nor a broken burst for a code', () => {
    expect(press(['4', '2', 'Enter'], 10).at(-1)).toEqual({ kind: 'pass' });
    const read = createScannerReader();
    press(['A', 'B', 'C', 'ArrowLeft'], 10, read);
    expect(press(['Enter'], 10, read, 1040)).toEqual([{ kind: 'pass' }]);
  });

  it('reads one code after the other', () => {
    const read = createScannerReader();
    expect(press(['A', 'B', '1', 'Enter'], 10, read).at(-1)).toEqual({ kind: 'scan', text: 'AB1' });
    expect(press(['A', 'B', '2', 'Tab'], 10, read, 1050).at(-1)).toEqual({ kind: 'scan', text: 'AB2' });
  });
});
