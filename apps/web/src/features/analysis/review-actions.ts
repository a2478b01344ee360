import { type KeyPress, matchesShortcut, type Shortcut } from '../../shared/keyboard/shortcut.ts';
import { KEY_STEPS, stepPercent } from './label-value.ts';

/** What the technician sees and edits on one picture. */
export interface ReviewState {
  /** Value to be saved, percent shear; null while none is set. */
  readonly shearPercent: number | null;
  /** The model's answer; null for a refusal. */
  readonly predictedPercent: number | null;
  readonly isMapShown: boolean;
  readonly isOutlineShown: boolean;
}

/** Things that reach beyond the state: the shell carries them out. */
export type ReviewCommand =
  | 'submit'
  | 'focus-notes'
  | 'next'
  | 'previous'
  | 'show-help'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-fit';

/** What an action changes; an empty set changes nothing. */
export interface ReviewChange {
  readonly shearPercent?: number | null;
  readonly isMapShown?: boolean;
  readonly isOutlineShown?: boolean;
  readonly command?: ReviewCommand;
}

/** A user action as data: keyboard, help and tests use the same one. */
export interface ReviewAction {
  readonly name: string;
  readonly title: string;
  readonly group: 'Value' | 'Decision' | 'Picture' | 'Queue';
  readonly shortcuts: readonly Shortcut[];
  readonly perform: (state: ReviewState) => ReviewChange;
}

function step(name: string, title: string, delta: number, ...shortcuts: Shortcut[]): ReviewAction {
  return {
    name,
    title,
    group: 'Value',
    shortcuts,
    perform: (state) => ({ shearPercent: stepPercent(state.shearPercent, delta) }),
  };
}

function command(
  name: ReviewCommand,
  title: string,
  group: ReviewAction['group'],
  ...shortcuts: Shortcut[]
): ReviewAction {
  return { name, title, group, shortcuts, perform: () => ({ command: name }) };
}

export const REVIEW_ACTIONS: readonly ReviewAction[] = [
  command('submit', 'Accept, or save the correction; once saved: next picture', 'Decision', 'Enter'),
  {
    name: 'reset-value',
    title: 'Back to the predicted value',
    group: 'Decision',
    shortcuts: ['r'],
    perform: (state) => ({ shearPercent: state.predictedPercent }),
  },
  command('focus-notes', 'Write a note', 'Decision', 'n'),
  step('increase', 'One point up', KEY_STEPS.small, 'ArrowUp'),
  step('decrease', 'One point down', -KEY_STEPS.small, 'ArrowDown'),
  step('increase-large', 'Five points up', KEY_STEPS.large, 'Shift+ArrowUp'),
  step('decrease-large', 'Five points down', -KEY_STEPS.large, 'Shift+ArrowDown'),
  step('increase-page', 'Ten points up', KEY_STEPS.page, 'PageUp'),
  step('decrease-page', 'Ten points down', -KEY_STEPS.page, 'PageDown'),
  command('next', 'Next picture', 'Queue', 'ArrowRight', 'j'),
  command('previous', 'Previous picture', 'Queue', 'ArrowLeft', 'k'),
  {
    name: 'toggle-map',
    title: 'Shear map on or off',
    group: 'Picture',
    shortcuts: ['m'],
    perform: (state) => ({ isMapShown: !state.isMapShown }),
  },
  {
    name: 'toggle-outline',
    title: 'Outline on or off',
    group: 'Picture',
    shortcuts: ['o'],
    perform: (state) => ({ isOutlineShown: !state.isOutlineShown }),
  },
  command('zoom-in', 'Zoom in', 'Picture', '+', '='),
  command('zoom-out', 'Zoom out', 'Picture', '-'),
  command('zoom-fit', 'Fit the picture', 'Picture', 'f'),
  command('show-help', 'Show these keys', 'Picture', '?'),
];

/** The action a key press asks for, if any. */
export function findReviewAction(press: KeyPress): ReviewAction | undefined {
  return REVIEW_ACTIONS.find((action) =>
    action.shortcuts.some((shortcut) => matchesShortcut(shortcut, press)),
  );
}

/** Whether a key press starts a typed value: it then belongs to the number field. */
export function startsTypedValue(press: KeyPress): boolean {
  return /^[0-9]$/.test(press.key) && !press.ctrlKey && !press.altKey && !press.metaKey;
}
