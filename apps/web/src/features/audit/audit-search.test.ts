import { describe, expect, it } from 'vitest';
import { parseAuditSearch, toAuditFilter } from './audit-search.ts';

describe('the address of the audit page', () => {
  it('keeps what fits and leaves out the rest', () => {
    expect(
      parseAuditSearch({
        action: 'user.created',
        actor: ' ann ',
        id: 4711,
        from: '2026-02-30',
        to: '2026-03-01',
        x: 1,
      }),
    ).toEqual({ action: 'user.created', actor: 'ann', id: '4711', to: '2026-03-01' });
    expect(parseAuditSearch({ actor: 'a'.repeat(101), kind: ['user'], from: 'yesterday' })).toEqual({});
  });
});

describe('the filter of the request', () => {
  it('takes the last day in, also the day on which the clocks change', () => {
    const { from, to } = toAuditFilter({ from: '2026-03-29', to: '2026-03-29' });
    expect(new Date(from!)).toEqual(new Date('2026-03-29T00:00:00.000'));
    expect(new Date(to!)).toEqual(new Date('2026-03-30T00:00:00.000'));
  });

  it('turns days round that were entered the wrong way', () => {
    expect(toAuditFilter({ from: '2026-02-03', to: '2026-02-01' })).toEqual(
      toAuditFilter({ from: '2026-02-01', to: '2026-02-03' }),
    );
  });

  it('names what the entry is about as the API does', () => {
    expect(toAuditFilter({ kind: 'user', id: 'ann', actor: 'bob', action: 'user.renamed' })).toEqual({
      subject_kind: 'user',
      subject_id: 'ann',
      actor: 'bob',
      action: 'user.renamed',
    });
  });
});
