import type { TraceAttributes } from '@mlmcsc/core';
import type { PoolClient } from 'pg';
import { beginSpan, currentSpan, type OpenSpan } from '../telemetry/index.ts';

type Query = (...parameters: unknown[]) => unknown;
type Callback = (error: Error | null | undefined, ...answer: unknown[]) => void;

const longestText = 1_000;

/** Makes each query of a connection a span of the trace that asks; without a trace it costs one look. */
export function traceQueries(client: Pick<PoolClient, 'query'>): void {
  const query = client.query as unknown as Query;
  const traced: Query = (...parameters) => {
    if (currentSpan() === null) return query.apply(client, parameters);
    const text = textOf(parameters[0]);
    const span = text === null ? null : beginSpan(startOf(text));
    if (span === null) return query.apply(client, parameters);
    const callback = parameters.at(-1);
    if (typeof callback === 'function') {
      parameters[parameters.length - 1] = ending(span, callback as Callback);
      return query.apply(client, parameters);
    }
    const answer = query.apply(client, parameters);
    if (answer instanceof Promise) {
      answer.then(
        () => span.end(),
        (error: unknown) => endWith(span, error),
      );
    } else span.end();
    return answer;
  };
  client.query = traced as unknown as PoolClient['query'];
}

const ending =
  (span: OpenSpan, callback: Callback): Callback =>
  (error, ...answer) => {
    if (error == null) span.end();
    else endWith(span, error);
    callback(error, ...answer);
  };

function endWith(span: OpenSpan, error: unknown): void {
  span.fail(error);
  span.end();
}

/** Null for what is neither a text nor an object with one (a cursor, a copy). */
function textOf(query: unknown): string | null {
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : null;
}

/** Values are parameters, so the text of a query holds none. */
function startOf(text: string): { name: string; kind: 'client'; attributes: TraceAttributes } {
  const summary = summaryOf(text);
  return {
    name: summary,
    kind: 'client',
    attributes: {
      'db.system.name': 'postgresql',
      'db.query.summary': summary,
      'db.query.text': text.length > longestText ? `${text.slice(0, longestText)}…` : text,
    },
  };
}

/** What is done to what, e.g. `select jobs`. */
function summaryOf(text: string): string {
  const [, verb = 'query'] = /^\s*(\w+)/.exec(text) ?? [];
  const [, table] = /\b(?:from|into|update)\s+"?(?:\w+"?\."?)?(\w+)/i.exec(text) ?? [];
  const what = verb.toLowerCase();
  return table === undefined ? what : `${what} ${table}`;
}
