import { text } from './texts/text.ts';

/** Why there is no live picture. */
export type CameraTrouble = 'denied' | 'missing' | 'busy' | 'unplugged' | 'insecure' | 'failed';

interface TroubleText {
  readonly title: string;
  readonly advice: string;
}

/** What happened and what to do, for the person at the bench. */
export function troubleText(trouble: CameraTrouble): TroubleText {
  switch (trouble) {
    case 'denied':
      return { title: text.denied, advice: text.deniedAdvice };
    case 'missing':
      return { title: text.missing, advice: text.missingAdvice };
    case 'busy':
      return { title: text.busy, advice: text.busyAdvice };
    case 'unplugged':
      return { title: text.unplugged, advice: text.unpluggedAdvice };
    case 'insecure':
      return { title: text.insecure, advice: text.insecureAdvice };
    case 'failed':
      return { title: text.cameraFails, advice: text.cameraFailsAdvice };
  }
}

/** The trouble behind an error of `getUserMedia`. */
export function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
