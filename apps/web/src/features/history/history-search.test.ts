import { describe, expect, it } from 'vitest';
import { changeFilters, countFilters, parseHistorySearch, toHistoryFilter } from './history-search.ts';

describe('parseHistorySearch', () => {
  it('keeps what fits', () => {
    const raw = {
      text: ' heat 7 ',
      status: 'no-face',
      labelled: 'no',
      technician: 'anna',
      from: '2026-02-28',
      to: '2026-03-01',
      min: '12.5',
      max: 80,
      cursor: 'abc',
    };
    expect(parseHistorySearch(raw)).toEqual({ ...raw, text: 'heat 7', min: 12.5 });
  });

  it('leaves out what does not fit instead of failing', () => {
    expect(
      parseHistorySearch({
        text: '   ',
        status: 'broken',
        labelled: true,
        technician: { a: 1 },
        from: '2026-02-30',
        to: 'yesterday',
        min: -1,
        max: 'many',
        cursor: 'x'.repeat(401),
      }),
    ).toEqual({});
  });

  it('takes a number that the router made of a numeric text', () => {
    expect(parseHistorySearch({ text: 4711 })).toEqual({ text: '4711' });
  });

  it('keeps zero as a bound', () => {
    expect(parseHistorySearch({ min: 0, max: 0 })).toEqual({ min: 0, max: 0 });
  });
});

describe('toHistoryFilter', () => {
  it('covers whole days', () => {
    const filter = toHistoryFilter({ from: '2026-02-27', to: '2026-02-28' });
    const span = Date.parse(filter.to ?? '') - Date.parse(filter.from ?? '');
    expect(span).toBe(2 * 86_400_000 - 1);
  });

  it('names the fields as the interface does and drops the place', () => {
    expect(
      toHistoryFilter({
        text: 'a',
        status: 'ok',
        labelled: 'yes',
        technician: 'b',
        min: 1,
        max: 2,
        cursor: 'c',
      }),
    ).toEqual({ text: 'a', status: 'ok', labelled: true, technician: 'b', shear_min: 1, shear_max: 2 });
  });
});

describe('ranges the wrong way round', () => {
  it('are turned', () => {
    const filter = toHistoryFilter({ from: '2026-02-28', to: '2026-02-27', min: 80, max: 20 });
    expect(Date.parse(filter.to ?? '') - Date.parse(filter.from ?? '')).toBe(2 * 86_400_000 - 1);
    expect([filter.shear_min, filter.shear_max]).toEqual([20, 80]);
  });
});

describe('changing filters', () => {
  it('goes back to the first page', () => {
    expect(changeFilters({ text: 'a', cursor: 'c' }, { status: 'poor' })).toEqual({
      text: 'a',
      status: 'poor',
    });
  });

  it('removes a filter that is emptied', () => {
    expect(changeFilters({ text: 'a', min: 5 }, { text: '', min: undefined })).toEqual({});
  });

  it('counts filters, not the place', () => {
    expect(countFilters({ text: 'a', max: 3, cursor: 'c' })).toBe(2);
  });
});
