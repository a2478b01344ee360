import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { GlanceAnswer } from '../face-watch-messages.ts';
import { lookAtFrame } from '../face-watcher.ts';

/** Most looks a second: the outline follows the hand, and a laptop stays cool. */
const LEAST_GAP_MS = 100;
/** A finder that could not be loaded is asked for again after so long. */
const FAILURE_GAP_MS = 3000;

interface FaceWatchOptions {
  readonly isEnabled: boolean;
  readonly widthMm: number | null;
  readonly onGlance: (answer: GlanceAnswer, atMs: number) => void;
  /** The finder does not run now; pictures are taken by hand meanwhile. */
  readonly onFailure: () => void;
}

/** Looks for the face in the moving picture, frame after frame. */
export function useFaceWatch(video: RefObject<HTMLVideoElement | null>, options: FaceWatchOptions): void {
  const { isEnabled } = options;
  const seen = useEffectEvent(options.onGlance);
  const failed = useEffectEvent(options.onFailure);
  const widthMm = useEffectEvent(() => options.widthMm);

  useEffect(() => {
    if (!isEnabled) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<number> => {
      const element = video.current;
      if (element === null || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
        return LEAST_GAP_MS / 2;
      const askedMs = performance.now();
      // Between two cameras there is no frame.
      const frame = await createImageBitmap(element).catch(() => null);
      if (frame === null) return LEAST_GAP_MS;
      try {
        const answer = await lookAtFrame(frame, widthMm());
        if (!isOver) seen(answer, askedMs);
        return Math.max(0, askedMs + LEAST_GAP_MS - performance.now());
      } catch {
        if (!isOver) failed();
        return FAILURE_GAP_MS;
      }
    };
    const lookAgain = async () => {
      const waitMs = await look();
      if (!isOver) timer = setTimeout(() => void lookAgain(), waitMs);
    };
    void lookAgain();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isEnabled, video]);
}
