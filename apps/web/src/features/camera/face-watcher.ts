import type { GlanceAnswer, GlanceQuestion } from './face-watch-messages.ts';

interface Asked {
  readonly resolve: (answer: GlanceAnswer) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let asked: Asked | null = null;

/** Looks for the face in one frame, on a thread that lives as long as the page: started again, it would need the network.
 * One question at a time.
 * @throws Error when the thread cannot run or has not got the finder; the next question tries again */
export function lookAtFrame(frame: ImageBitmap, widthMm: number | null): Promise<GlanceAnswer> {
  return new Promise((resolve, reject) => {
    const finderAddress = new URL('./build/face-finder.bin', import.meta.url).href;
    const question: GlanceQuestion = { finderAddress, frame, widthMm };
    try {
      worker ??= startWorker();
      asked = { resolve, reject };
      worker.postMessage(question, [frame]);
    } catch (error) {
      // No workers, or scripts from another origin than the page.
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./face-watch.worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<GlanceAnswer | { readonly error: string }>) => {
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data);
  };
  started.onerror = (event) => {
    started.terminate();
    worker = null;
    asked?.reject(new Error(event.message));
  };
  return started;
}
