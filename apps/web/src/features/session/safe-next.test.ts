import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext', () => {
  it('returns to the page that asked for a sign-in', () => {
    expect(safeNext('/history?status=ok')).toBe('/history?status=ok');
  });

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?next=%2F'])(
    'goes home from %j',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
