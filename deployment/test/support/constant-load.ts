import { Agent, request } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';

/** Time between an answer and the next request of a reader: all stay below the requests a second that nginx takes from one address. */
const PAUSE_MS = 100;

/** Readers that ask all the time, some on connections that they keep and some on a fresh one each time. */
export interface ConstantLoad {
  /** How many were answered with 200. */
  answered(): number;
  /** What was not: a status or a failure of the connection, once for each. */
  readonly failures: readonly string[];
  /** Requests on a kept connection that ended while it was idle, and were repeated, as browsers do. */
  repeated(): number;
  stop(): Promise<void>;
}

const WASHED_AWAY = new Set(['ECONNRESET', 'EPIPE']);

/** Reads `path` with these headers until it is stopped.
 * @param ca - authority that the certificate of the server is verified with
 */
export function startLoad(
  url: string,
  path: string,
  cookie: string,
  ca: string,
  readers: number,
): ConstantLoad {
  let going = true;
  let answered = 0;
  let repeated = 0;
  const failures: string[] = [];
  const kept = new Agent({ keepAlive: true, ca });
  const fresh = new Agent({ keepAlive: false, ca });
  const ask = (agent: Agent) =>
    new Promise<{ status: number; reused: boolean } | { code: string; reused: boolean }>((resolve) => {
      const asked = request(`${url}${path}`, { agent, headers: { cookie }, timeout: 60_000 }, (response) => {
        response.resume();
        response.once('end', () => resolve({ status: response.statusCode ?? 0, reused: asked.reusedSocket }));
        response.once('error', (error: NodeJS.ErrnoException) =>
          resolve({ code: error.code ?? error.message, reused: asked.reusedSocket }),
        );
      });
      asked.once('timeout', () => asked.destroy(new Error('no answer in a minute')));
      asked.once('error', (error: NodeJS.ErrnoException) =>
        resolve({ code: error.code ?? error.message, reused: asked.reusedSocket }),
      );
      asked.end();
    });
  const read = async (agent: Agent) => {
    while (going) {
      let answer = await ask(agent);
      if ('code' in answer && answer.reused && WASHED_AWAY.has(answer.code)) {
        repeated += 1;
        answer = await ask(fresh);
      }
      if ('code' in answer) failures.push(answer.code);
      else if (answer.status === 200) answered += 1;
      else failures.push(String(answer.status));
      await delay(PAUSE_MS);
    }
  };
  const running = Array.from({ length: readers }, (_, index) => read(index % 2 === 0 ? kept : fresh));
  return {
    answered: () => answered,
    failures,
    repeated: () => repeated,
    async stop() {
      going = false;
      await Promise.all(running);
      kept.destroy();
      fresh.destroy();
    },
  };
}
