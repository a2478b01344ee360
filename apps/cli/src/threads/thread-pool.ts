import { type Transferable, Worker } from 'node:worker_threads';

export interface ThreadPool<Request, Response> {
  /** Runs on the next idle thread. @throws what the thread threw, or its unexpected end */
  run(request: Request, transfer?: readonly Transferable[]): Promise<Response>;
  close(): Promise<void>;
}

/** What a thread answers: see `serveThread`. */
export type ThreadAnswer<Response> = { readonly value: Response } | { readonly failure: ThreadFailure };

/** An error as it travels between threads. */
export interface ThreadFailure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
  readonly path?: string | undefined;
}

interface Task<Request, Response> {
  readonly request: Request;
  readonly transfer: readonly Transferable[];
  readonly settle: (answer: ThreadAnswer<Response>) => void;
}

/** A fixed number of threads that run the same module, one request each at a time.
 * @param entry - module that calls `serveThread`
 * @param size - number of threads, at least 1; each is started when it is first needed
 */
export function createThreadPool<Request, Response>(entry: URL, size: number): ThreadPool<Request, Response> {
  const idle: Worker[] = [];
  const waiting: Task<Request, Response>[] = [];
  const all = new Set<Worker>();
  let isClosed = false;

  const dispatch = () => {
    while (waiting.length > 0 && !isClosed) {
      const worker = idle.pop() ?? (all.size < size ? start() : null);
      if (worker === null) return;
      give(worker, waiting.shift() as Task<Request, Response>);
    }
  };

  const start = () => {
    const worker = new Worker(entry);
    all.add(worker);
    return worker;
  };

  const give = (worker: Worker, task: Task<Request, Response>) => {
    let failure: ThreadFailure = { name: 'Error', message: 'a working thread ended unexpectedly' };
    const rememberFailure = (error: Error) => {
      failure = error;
    };
    const finish = (answer: ThreadAnswer<Response>) => {
      worker.off('message', succeed).off('error', rememberFailure).off('exit', fail);
      task.settle(answer);
      dispatch();
    };
    const succeed = (answer: ThreadAnswer<Response>) => {
      idle.push(worker);
      finish(answer);
    };
    // An error ends the thread too: `exit` follows it.
    const fail = () => {
      all.delete(worker);
      finish({ failure });
    };
    worker.on('message', succeed).on('error', rememberFailure).once('exit', fail);
    worker.postMessage(task.request, [...task.transfer]);
  };

  return {
    run: (request, transfer = []) =>
      new Promise((resolve, reject) => {
        const settle = (answer: ThreadAnswer<Response>) =>
          'failure' in answer ? reject(Object.assign(new Error(), answer.failure)) : resolve(answer.value);
        waiting.push({ request, transfer, settle });
        dispatch();
      }),
    async close() {
      isClosed = true;
      const failure = { name: 'Error', message: 'the threads were closed' };
      for (const task of waiting.splice(0)) task.settle({ failure });
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
