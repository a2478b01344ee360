import { useEffect, useEffectEvent } from 'react';
import { isTypingTarget } from '../../../shared/keyboard/shortcut.ts';

interface CaptureKeys {
  readonly isEnabled: boolean;
  readonly onCapture: () => void;
  /** `i`: name the specimen. */
  readonly onName: () => void;
}

/** Space and Enter take the picture while nothing else needs them. */
export function useCaptureKeys({ isEnabled, onCapture, onName }: CaptureKeys): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (isTypingTarget(target as HTMLInputElement)) return;
    if (target.closest('button, a, summary, input, [role=dialog], [role=menu], [role=listbox]') !== null)
      return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onCapture();
    } else if (event.key.toLowerCase() === 'i') {
      event.preventDefault();
      onName();
    }
  });
  useEffect(() => {
    if (!isEnabled) return;
    const listener = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [isEnabled]);
}
