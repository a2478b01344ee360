import { text } from './texts/text.ts';
import type { BenchPhase } from './watch-specimen.ts';

/** What the bench waits for, in a few words over the picture. */
export function phaseText(phase: BenchPhase, isAutomatic: boolean): string {
  switch (phase) {
    case 'no-face':
      return text.noFaceInView;
    case 'moving':
      return text.holdStill;
    case 'blurred':
      return text.phaseBlurred;
    case 'steady':
      return isAutomatic ? text.capturing : text.readyPressSpace;
    case 'captured':
      return text.capturedNext;
  }
}
