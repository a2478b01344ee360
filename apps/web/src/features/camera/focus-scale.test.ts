import { expect, it } from 'vitest';
import { FOCUS_MARK, focusShare, isInFocus } from './focus-scale.ts';

it('rises with sharpness and calls sharp what the server would not flag', () => {
  expect(focusShare(3)).toBe(1);
  expect(focusShare(50)).toBe(0);
  expect(focusShare(6)).toBeGreaterThan(focusShare(9));
  expect(isInFocus(10.7)).toBe(true);
  expect(isInFocus(10.9)).toBe(false);
  expect(focusShare(10.7)).toBeGreaterThan(FOCUS_MARK);
  expect(focusShare(10.9)).toBeLessThan(FOCUS_MARK);
});
