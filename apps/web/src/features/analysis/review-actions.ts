import { type KeyPress, matchesShortcut, type Shortcut } from '../../shared/keyboard/shortcut.ts';
import { KEY_STEPS, stepPercent } from './label-value.ts';
import { text } from './texts/text.ts';

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
  readonly group: 'value' | 'decision' | 'picture' | 'queue';
  readonly shortcuts: readonly Shortcut[];
  readonly perform: (state: ReviewState) => ReviewChange;
}

function step(name: string, title: () => string, delta: number, ...shortcuts: Shortcut[]): ReviewAction {
  return {
    name,
    get title() {
      return title();
    },
    group: 'value',
    shortcuts,
    perform: (state) => ({ shearPercent: stepPercent(state.shearPercent, delta) }),
  };
}

function command(
  name: ReviewCommand,
  title: () => string,
  group: ReviewAction['group'],
  ...shortcuts: Shortcut[]
): ReviewAction {
  return {
    name,
    get title() {
      return title();
    },
    group,
    shortcuts,
    perform: () => ({ command: name }),
  };
}

export const REVIEW_ACTIONS: readonly ReviewAction[] = [
  command('submit', () => text.acceptOrSaveThe, 'decision', 'Enter'),
  {
    name: 'reset-value',
    get title() {
      return text.backToThePredicted;
    },
    group: 'decision',
    shortcuts: ['r'],
    perform: (state) => ({ shearPercent: state.predictedPercent }),
  },
  command('focus-notes', () => text.writeANote, 'decision', 'n'),
  step('increase', () => text.onePointUp, KEY_STEPS.small, 'ArrowUp'),
  step('decrease', () => text.onePointDown, -KEY_STEPS.small, 'ArrowDown'),
  step('increase-large', () => text.fivePointsUp, KEY_STEPS.large, 'Shift+ArrowUp'),
  step('decrease-large', () => text.fivePointsDown, -KEY_STEPS.large, 'Shift+ArrowDown'),
  step('increase-page', () => text.tenPointsUp, KEY_STEPS.page, 'PageUp'),
  step('decrease-page', () => text.tenPointsDown, -KEY_STEPS.page, 'PageDown'),
  command('next', () => text.nextPicture, 'queue', 'ArrowRight', 'j'),
  command('previous', () => text.previousPicture, 'queue', 'ArrowLeft', 'k'),
  {
    name: 'toggle-map',
    get title() {
      return text.shearMapOnOr;
    },
    group: 'picture',
    shortcuts: ['m'],
    perform: (state) => ({ isMapShown: !state.isMapShown }),
  },
  {
    name: 'toggle-outline',
    get title() {
      return text.outlineOnOrOff;
    },
    group: 'picture',
    shortcuts: ['o'],
    perform: (state) => ({ isOutlineShown: !state.isOutlineShown }),
  },
  command('zoom-in', () => text.zoomIn, 'picture', '+', '='),
  command('zoom-out', () => text.zoomOut, 'picture', '-'),
  command('zoom-fit', () => text.fitThePicture, 'picture', 'f'),
  command('show-help', () => text.showTheseKeys, 'picture', '?'),
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
