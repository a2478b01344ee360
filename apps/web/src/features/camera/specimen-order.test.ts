import { expect, it } from 'vitest';
import { contextAfterCapture, contextOfScan } from './specimen-order.ts';

it('keeps heat and width for the next bar, and never its name', () => {
  const first = contextOfScan({ heat: 'H-2041', width_mm: 7.5 }, 'H-2041-07', false);
  expect(first).toEqual({ heat: 'H-2041', width_mm: 7.5, specimen: 'H-2041-07' });
  expect(contextAfterCapture(first, false)).toEqual({ heat: 'H-2041', width_mm: 7.5 });
});

it('asks for the second half before the next bar', () => {
  const first = contextOfScan({ heat: 'H-2041' }, 'H-2041-07', true);
  const second = contextAfterCapture(first, true);
  expect(second).toEqual({ heat: 'H-2041', specimen: 'H-2041-07', half: 2 });
  expect(contextAfterCapture(second, true)).toEqual({ heat: 'H-2041', half: 1 });
});
