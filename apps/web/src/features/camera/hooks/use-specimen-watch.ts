import { type RefObject, useState } from 'react';
import type { GlanceAnswer } from '../face-watch-messages.ts';
import { isInFocus } from '../focus-scale.ts';
import { noteCapture, type SpecimenWatch, watchSpecimen } from '../watch-specimen.ts';
import { useFaceWatch } from './use-face-watch.ts';

export interface SpecimenSight {
  readonly phase: SpecimenWatch['phase'];
  /** Null until the first look. */
  readonly seen: GlanceAnswer | null;
  readonly isBlind: boolean;
  /** To be called when a picture was taken by hand. */
  readonly noteCapture: () => void;
}

interface SpecimenWatchOptions {
  readonly isEnabled: boolean;
  readonly isAutomatic: boolean;
  readonly widthMm: number | null;
  readonly onCapture: () => void;
  /** What was seen before this bench was shown: the specimen that still lies there was captured already. */
  readonly memory: RefObject<SpecimenWatch>;
}

/** Follows the specimen in the live picture; takes the picture itself when it may. */
export function useSpecimenWatch(
  video: RefObject<HTMLVideoElement | null>,
  { isEnabled, isAutomatic, widthMm, onCapture, memory }: SpecimenWatchOptions,
): SpecimenSight {
  const [seen, setSeen] = useState<GlanceAnswer | null>(null);
  const [phase, setPhase] = useState(memory.current.phase);
  const [isBlind, setBlind] = useState(false);

  const remember = (watch: SpecimenWatch) => {
    memory.current = watch;
    setPhase(watch.phase);
  };
  const capture = () => {
    remember(noteCapture(memory.current));
    onCapture();
  };
  useFaceWatch(video, {
    isEnabled,
    widthMm,
    onGlance(answer, atMs) {
      const { glance } = answer;
      setSeen(answer);
      setBlind(false);
      const watch = watchSpecimen(memory.current, {
        atMs,
        face:
          glance === null
            ? null
            : { bbox: glance.bbox, isSharp: isInFocus(glance.unsharpness), pattern: glance.pattern },
      });
      remember(watch);
      if (watch.phase === 'steady' && isAutomatic) capture();
    },
    onFailure() {
      setSeen(null);
      setBlind(true);
    },
  });
  return { phase, seen, isBlind, noteCapture: () => remember(noteCapture(memory.current)) };
}
