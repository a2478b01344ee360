import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { GlanceAnswer, GlanceQuestion } from '../face-watch-messages.ts';

/** Most looks a second: the outline follows the hand, and a laptop stays cool. */
const LEAST_GAP_MS = 100;

interface FaceWatchOptions {
  readonly isEnabled: boolean;
  readonly widthMm: number | null;
  readonly onGlance: (answer: GlanceAnswer, atMs: number) => void;
  /** The finder cannot run here; pictures are taken by hand then. */
  readonly onFailure: () => void;
}

/** Looks for the face in the moving picture, frame after frame, on a thread of its own. */
export function useFaceWatch(video: RefObject<HTMLVideoElement | null>, options: FaceWatchOptions): void {
  const { isEnabled } = options;
  const seen = useEffectEvent(options.onGlance);
  const failed = useEffectEvent(options.onFailure);
  const widthMm = useEffectEvent(() => options.widthMm);

  useEffect(() => {
    if (!isEnabled) return;
    const worker = startWorker();
    if (worker === null) return failed();
    const finderAddress = new URL('../build/face-finder.bin', import.meta.url).href;
    let isOver = false;
    let askedMs = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number) => {
      if (!isOver) timer = setTimeout(() => void ask(), ms);
    };
    const ask = async () => {
      const element = video.current;
      if (element === null || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return later(50);
      askedMs = performance.now();
      try {
        const frame = await createImageBitmap(element);
        if (isOver) return frame.close();
        const question: GlanceQuestion = { finderAddress, frame, widthMm: widthMm() };
        worker.postMessage(question, [frame]);
      } catch {
        // Between two cameras there is no frame.
        later(LEAST_GAP_MS);
      }
    };
    worker.onmessage = ({ data }: MessageEvent<GlanceAnswer | { readonly error: string }>) => {
      if (isOver) return;
      if ('error' in data) return failed();
      seen(data, askedMs);
      later(Math.max(0, askedMs + LEAST_GAP_MS - performance.now()));
    };
    worker.onerror = () => failed();
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
      worker.terminate();
    };
  }, [isEnabled, video]);
}

/** Null where the browser has none, or the scripts come from another origin than the page. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('../face-watch.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
