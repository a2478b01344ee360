import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  advance(): void;
  /** Removes the bar. */
  stop(): void;
}

/** Fewer items than this are done before a bar could be read. */
const WORTHWHILE = 5;

/** A bar on the error stream when that is a terminal and the work is long enough; otherwise nothing is shown.
 * @param label - for instance `measuring`
 */
export function createProgressBar(
  label: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): ProgressBar {
  if (!stream.isTTY || total < WORTHWHILE) return { advance: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}  {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
    stream,
  });
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}
