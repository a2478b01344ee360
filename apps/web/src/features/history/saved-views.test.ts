import { describe, expect, it } from 'vitest';
import { isOpen, mostViews, parseSavedViews, type SavedView, withoutView, withView } from './saved-views.ts';

const poor: SavedView = { name: 'Poor ones', search: { status: 'poor' } };

describe('saved views', () => {
  it('stand in order of names, one of each, without their place', () => {
    const views = withView([poor], '  Ann’s ', { technician: 'ann', cursor: 'abc' });
    expect(views).toEqual([{ name: 'Ann’s', search: { technician: 'ann' } }, poor]);
    expect(withView(views, 'Poor ones', { status: 'no-face' })[1]?.search).toEqual({ status: 'no-face' });
    expect(withoutView(views, 'Ann’s')).toEqual([poor]);
  });

  it('are no more than one can choose from', () => {
    let views: readonly SavedView[] = [];
    for (let index = 0; index < mostViews + 5; index += 1) views = withView(views, `v${index}`, { min: 1 });
    expect(views).toHaveLength(mostViews);
  });

  it('come back from what was kept, and what does not fit is left out', () => {
    expect(parseSavedViews(JSON.stringify([poor]))).toEqual([poor]);
    const odd = [
      null,
      7,
      { name: '' },
      { name: 'x' },
      { name: 'y', search: { status: 'gone', min: 20, cursor: 'c' } },
    ];
    expect(parseSavedViews(JSON.stringify(odd))).toEqual([{ name: 'y', search: { min: 20 } }]);
    expect([null, '', '{', '{"a":1}', 'null'].map(parseSavedViews)).toEqual([[], [], [], [], []]);
  });

  it('are open on each of their pages, and not with another filter', () => {
    expect(isOpen(poor, { status: 'poor', cursor: 'c' })).toBe(true);
    expect(isOpen(poor, { status: 'poor', min: 20 })).toBe(false);
    expect(isOpen(poor, {})).toBe(false);
  });
});
