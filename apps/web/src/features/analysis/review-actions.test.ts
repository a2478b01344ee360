import { describe, expect, it } from 'vitest';
import { findReviewAction, REVIEW_ACTIONS, type ReviewState, startsTypedValue } from './review-actions.ts';

const state: ReviewState = {
  shearPercent: 63.4,
  predictedPercent: 63.4,
  isMapShown: false,
  isOutlineShown: true,
};

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
});

const perform = (key: string, shiftKey = false, from: ReviewState = state) =>
  findReviewAction(press(key, shiftKey))?.perform(from);

describe('review actions', () => {
  it('gives each shortcut to one action only', () => {
    const shortcuts = REVIEW_ACTIONS.flatMap((action) => action.shortcuts);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    const names = REVIEW_ACTIONS.map((action) => action.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('steps the value by one, five and ten points', () => {
    expect(perform('ArrowUp')).toEqual({ shearPercent: 64 });
    expect(perform('ArrowDown')).toEqual({ shearPercent: 63 });
    expect(perform('ArrowUp', true)).toEqual({ shearPercent: 68 });
    expect(perform('PageDown')).toEqual({ shearPercent: 54 });
  });

  it('toggles the map from the state it finds', () => {
    expect(perform('m')).toEqual({ isMapShown: true });
    expect(perform('M', true, { ...state, isMapShown: true })).toEqual({ isMapShown: false });
  });

  it('returns to the prediction', () => {
    expect(perform('r', false, { ...state, shearPercent: 80 })).toEqual({ shearPercent: 63.4 });
  });

  it('asks the shell for what reaches beyond the picture', () => {
    expect(perform('Enter')).toEqual({ command: 'submit' });
    expect(perform('ArrowRight')).toEqual({ command: 'next' });
    expect(perform('k')).toEqual({ command: 'previous' });
    expect(perform('n')).toEqual({ command: 'focus-notes' });
    expect(perform('?', true)).toEqual({ command: 'show-help' });
  });

  it('leaves digits to the number field and other keys alone', () => {
    expect(startsTypedValue(press('7'))).toBe(true);
    expect(startsTypedValue(press('x'))).toBe(false);
    expect(findReviewAction(press('x'))).toBeUndefined();
  });
});
