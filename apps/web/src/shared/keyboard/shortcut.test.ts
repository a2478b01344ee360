import { describe, expect, it } from 'vitest';
import { describeShortcut, isTypingTarget, type KeyPress, matchesShortcut } from './shortcut.ts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...modifiers,
});

describe('shortcuts', () => {
  it('tells an arrow from an arrow with Shift', () => {
    expect(matchesShortcut('ArrowUp', press('ArrowUp'))).toBe(true);
    expect(matchesShortcut('ArrowUp', press('ArrowUp', { shiftKey: true }))).toBe(false);
    expect(matchesShortcut('Shift+ArrowUp', press('ArrowUp', { shiftKey: true }))).toBe(true);
  });

  it('matches letters whatever their case, so that caps lock does not disarm them', () => {
    expect(matchesShortcut('m', press('M'))).toBe(true);
    expect(matchesShortcut('m', press('m'))).toBe(true);
    expect(matchesShortcut('?', press('?', { shiftKey: true }))).toBe(true);
  });

  it('leaves the combinations of the browser alone', () => {
    expect(matchesShortcut('n', press('n', { ctrlKey: true }))).toBe(false);
    expect(matchesShortcut('j', press('j', { metaKey: true }))).toBe(false);
    expect(matchesShortcut('ArrowLeft', press('ArrowLeft', { altKey: true }))).toBe(false);
  });

  it('prints keys as a keyboard does', () => {
    expect(describeShortcut('Shift+ArrowUp')).toEqual(['Shift', '↑']);
    expect(describeShortcut('m')).toEqual(['M']);
    expect(describeShortcut('+')).toEqual(['+']);
  });

  it('knows where text is typed', () => {
    expect(isTypingTarget({ tagName: 'TEXTAREA' })).toBe(true);
    expect(isTypingTarget({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(isTypingTarget({ tagName: 'INPUT', type: 'range' })).toBe(false);
    expect(isTypingTarget({ tagName: 'BUTTON', type: 'submit' })).toBe(false);
  });
});
