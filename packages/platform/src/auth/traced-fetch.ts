import { formatTraceparent } from '@mlmcsc/core';
import type { CustomFetch } from 'openid-client';
import { beginSpan, traceCarrier } from '../telemetry/index.ts';

/** Asks the provider as a span of the trace, which it may continue. Addresses can hold codes: only the host is told. */
export const tracedFetch: CustomFetch = async (url, options) => {
  const { method } = options;
  const attributes = { 'http.request.method': method, 'server.address': new URL(url).host };
  const span = beginSpan({ name: `${method} single sign-on provider`, kind: 'client', attributes });
  const trace = span ?? traceCarrier.current();
  const headers =
    trace === null ? options.headers : { ...options.headers, traceparent: formatTraceparent(trace) };
  try {
    const answer = await fetch(url, { ...options, headers } as RequestInit);
    span?.set({ 'http.response.status_code': answer.status });
    if (answer.status >= 500) span?.fail(`answered ${answer.status}`);
    return answer;
  } catch (error) {
    span?.fail(error);
    throw error;
  } finally {
    span?.end();
  }
};
