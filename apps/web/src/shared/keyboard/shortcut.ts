import { text } from '../texts/text.ts';

/** A key with its modifiers as text: `Shift+ArrowUp`, `m`, `?`. Letters are lower case and ignore Shift. */
export type Shortcut = string;

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const NAMED_KEYS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  get PageUp() {
    return text.pageUp;
  },
  get PageDown() {
    return text.pageDown;
  },
  get ' '() {
    return text.space;
  },
  get Shift() {
    return text.shift;
  },
  get Escape() {
    return text.escape;
  },
};

/** Whether a key press is this shortcut. Ctrl, Alt and Meta belong to the browser and never match. */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress): boolean {
  if (press.ctrlKey || press.altKey || press.metaKey) return false;
  const needsShift = shortcut.startsWith('Shift+');
  const key = needsShift ? shortcut.slice('Shift+'.length) : shortcut;
  // A printed character already says which keys made it ("?" is Shift+/ on some layouts only).
  if (key.length === 1) return press.key.toLowerCase() === key && !needsShift;
  return press.key === key && press.shiftKey === needsShift;
}

/** The keys of a shortcut as they are printed on a keyboard. */
export function describeShortcut(shortcut: Shortcut): string[] {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+').filter((part) => part !== '');
  return parts.map((part) => NAMED_KEYS[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** Where keys belong to the field that has the focus. */
const TYPING_INPUT_TYPES = new Set([
  'text',
  'search',
  'password',
  'number',
  'date',
  'email',
  'url',
  'tel',
  '',
]);

/** Whether a key typed into this element is text, so that no shortcut may take it. */
export function isTypingTarget(element: {
  tagName?: string;
  type?: string;
  isContentEditable?: boolean;
}): boolean {
  const tag = element.tagName?.toLowerCase();
  if (tag === 'textarea' || tag === 'select' || element.isContentEditable === true) return true;
  return tag === 'input' && TYPING_INPUT_TYPES.has(element.type ?? '');
}
