import type { ApiInstance } from '../api-instance.ts';
import { answerTo, sendProblem } from '../http/problem.ts';
import { PROBLEMS } from '../http/problem-table.ts';

/** Answers every error, unknown address and wrong method with problem+json. */
export function handleErrors(app: ApiInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = answerTo(error);
    if (answer.status >= 500) {
      request.span?.fail(error);
      request.log.error({ err: error, code: answer.code }, answer.title);
    } else request.log.info({ code: answer.code, detail: answer.detail }, answer.title);
    return sendProblem(request, reply, answer);
  });
}

/** Which methods each address answers, to tell 405 from 404. */
export class KnownAddresses {
  readonly #patterns = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  add(url: string, methods: readonly string[]): void {
    if (url.includes('*')) return;
    let known = this.#patterns.get(url);
    if (known === undefined) {
      const source = url
        .split('/')
        .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')))
        .join('/');
      known = { pattern: new RegExp(`^${source}/?$`), methods: new Set() };
      this.#patterns.set(url, known);
    }
    for (const method of methods) known.methods.add(method);
  }

  /** The methods an address answers; none when nothing is there. */
  methodsOf(path: string): readonly string[] {
    const methods = new Set<string>();
    for (const known of this.#patterns.values()) {
      if (known.pattern.test(path)) for (const method of known.methods) methods.add(method);
    }
    return [...methods].sort();
  }
}

/** The answer to a request that no route took. */
export function notFoundAnswer(addresses: KnownAddresses, method: string, path: string) {
  const allowed = addresses.methodsOf(path);
  const code = allowed.length > 0 && !allowed.includes(method) ? 'method-not-allowed' : 'not-found';
  const { status, title } = PROBLEMS[code];
  return {
    allowed: code === 'method-not-allowed' ? allowed : null,
    answer: {
      code,
      status,
      title,
      detail:
        code === 'not-found'
          ? `Nothing answers ${method} ${path}.`
          : `${path} answers ${allowed.join(', ')}.`,
      retryAfterSeconds: undefined,
      errors: undefined,
    },
  };
}
