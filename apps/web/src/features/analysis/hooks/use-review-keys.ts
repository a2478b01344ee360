import { useEffect, useEffectEvent } from 'react';
import { isTypingTarget } from '../../../shared/keyboard/shortcut.ts';
import {
  findReviewAction,
  type ReviewChange,
  type ReviewState,
  startsTypedValue,
} from '../review-actions.ts';

interface ReviewKeysOptions {
  readonly state: ReviewState;
  /** False while no value may be given; actions on the picture and the queue still work. */
  readonly canEdit: boolean;
  readonly onChange: (change: ReviewChange) => void;
  /** A digit was pressed: the number field shall take it. */
  readonly onTypedValue: () => void;
}

/** Keys of the review, active while nothing else needs them (fields, menus, dialogues). */
export function useReviewKeys(options: ReviewKeysOptions): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.defaultPrevented || isTypingTarget(target as HTMLInputElement)) return;
    if (target.closest('[role=menu], [role=listbox], [role=dialog], [data-own-keys]') !== null) return;
    if (startsTypedValue(event)) {
      if (options.canEdit) options.onTypedValue();
      return;
    }
    const action = findReviewAction(event);
    if (action === undefined) return;
    // Enter on a button presses that button, except in the queue, where choosing happens by click already.
    const isPressable = target.closest('button, a, summary') !== null;
    if (event.key === 'Enter' && isPressable && target.closest('[data-review-keys]') === null) return;
    const change = action.perform(options.state);
    const isEdit =
      'shearPercent' in change || change.command === 'submit' || change.command === 'focus-notes';
    if (isEdit && !options.canEdit && change.command !== 'submit') return;
    event.preventDefault();
    options.onChange(change);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
