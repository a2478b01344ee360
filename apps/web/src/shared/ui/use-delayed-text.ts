import { useEffect, useEffectEvent, useState } from 'react';

const DELAY_MS = 350;

/** A text field that passes its value on once typing pauses, and follows the value when it changes elsewhere. */
export function useDelayedText(value: string, onSettled: (value: string) => void) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const settle = useEffectEvent((settled: string) => {
    if (settled.trim() !== value) onSettled(settled);
  });
  useEffect(() => {
    const timer = window.setTimeout(() => settle(text), DELAY_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return [text, setText] as const;
}
