import type { Job } from '@mlmcsc/contracts';
import { listenToServer } from '../../../shared/api/server-events.ts';
import { getJob } from '../../../shared/requests/get-job.ts';

/** Asked again this often, in case the event stream is blocked on the way. */
const POLL_MS = 4000;
/** Progress comes with every picture; more often than this nobody can look. */
const SHORTEST_GAP_MS = 400;

/** Calls back with a job now and whenever it changes, until the returned function is called. */
export function watchJob(
  jobId: string,
  onChange: (job: Job) => void,
  onError: (error: unknown) => void,
): () => void {
  let isOver = false;
  let pending: Job | null = null;
  let gap: number | undefined;
  const tell = (job: Job) => {
    if (isOver) return;
    pending = job;
    const isFinal = job.state === 'completed' || job.state === 'cancelled' || job.state === 'dead';
    if (isFinal) flush();
    else gap ??= window.setTimeout(flush, SHORTEST_GAP_MS);
  };
  const flush = () => {
    window.clearTimeout(gap);
    gap = undefined;
    if (pending !== null) onChange(pending);
    pending = null;
  };
  const ask = () => getJob(jobId).then(tell, onError);
  const stopListening = listenToServer({
    onEvent: (event) => {
      if (event.type === 'job.changed' && event.job.id === jobId) tell(event.job);
    },
    onRecovered: ask,
  });
  const poll = window.setInterval(ask, POLL_MS);
  void ask();
  return () => {
    isOver = true;
    stopListening();
    window.clearInterval(poll);
    window.clearTimeout(gap);
  };
}
