import { describe, expect, it } from 'vitest';
import { requestIdOf } from './request-ids.ts';

describe('requestIdOf', () => {
  it('keeps a sane identifier of the caller', () => {
    expect(requestIdOf({ headers: { 'x-request-id': 'trace-0001.abc_D' } })).toBe('trace-0001.abc_D');
  });

  it.each(['short', 'has space in it', 'line\nbreak-here', 'x'.repeat(65), '{"json":true}'])(
    'replaces %j',
    (given) => expect(requestIdOf({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f]{16}$/),
  );
});
