import type { TrainingProgress } from '@mlmcsc/learning/network';

/** Prints what a long run is doing, now and then. */
export interface ProgressLog {
  say(line: string): void;
  /** A listener for counted work. */
  counting(what: string): (done: number, total: number) => void;
  /** A listener for a training. */
  training(name: string): (progress: TrainingProgress) => void;
}

const SECONDS_BETWEEN = 15;

/** @param write - takes a line   @param now - milliseconds */
export function createProgressLog(write: (line: string) => void, now: () => number): ProgressLog {
  const start = now();
  const stamp = (): string => `${Math.round((now() - start) / 1000)} s`.padStart(7);
  const sparse = (): ((isLast: boolean, line: () => string) => void) => {
    let last = Number.NEGATIVE_INFINITY;
    return (isLast, line) => {
      if (!isLast && now() - last < SECONDS_BETWEEN * 1000) return;
      last = now();
      write(`${stamp()}  ${line()}`);
    };
  };
  return {
    say: (line) => write(`${stamp()}  ${line}`),
    counting(what) {
      const say = sparse();
      return (done, total) => say(done === total, () => `${what} ${done} of ${total}`);
    },
    training(name) {
      const say = sparse();
      let smooth: number | undefined;
      return ({ step, steps, loss, gradientNorm }) => {
        smooth = smooth === undefined ? loss : 0.98 * smooth + 0.02 * loss;
        const mean = smooth;
        say(
          step === steps,
          () =>
            `train ${name} ${step} of ${steps}, loss ${mean.toFixed(4)}, gradient ${gradientNorm.toFixed(2)}`,
        );
      };
    },
  };
}
