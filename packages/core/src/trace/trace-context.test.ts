import { expect, test } from 'vitest';
import { continueTrace, formatTraceparent, parseTraceparent } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

test('a header is read and written as it came', () => {
  const header = `00-${traceId}-${spanId}-01`;
  expect(parseTraceparent(header)).toEqual({ traceId, spanId, isSampled: true });
  expect(formatTraceparent(parseTraceparent(header)!)).toBe(header);
  expect(parseTraceparent(`00-${traceId}-${spanId}-00`)!.isSampled).toBe(false);
});

test('a later version may hold more fields', () => {
  expect(parseTraceparent(`cc-${traceId}-${spanId}-01-what-comes`)).toMatchObject({ traceId });
});

test.each([
  ['nothing', undefined],
  ['two headers', [`00-${traceId}-${spanId}-01`]],
  ['upper case', `00-${traceId.toUpperCase()}-${spanId}-01`],
  ['a trace of zeros', `00-${'0'.repeat(32)}-${spanId}-01`],
  ['a span of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
  ['the forbidden version', `ff-${traceId}-${spanId}-01`],
  ['version 00 with more fields', `00-${traceId}-${spanId}-01-more`],
  ['a line break', `00-${traceId}-${spanId}-01\n`],
  ['a short trace', `00-${traceId.slice(1)}-${spanId}-01`],
])('refuses %s', (_name, header) => {
  expect(parseTraceparent(header)).toBeNull();
});

test('a step keeps the trace and has an identifier of its own', () => {
  const parent = { traceId, spanId, isSampled: true };
  const child = continueTrace(parent);
  expect(child).toMatchObject({ traceId, isSampled: true });
  expect(child.spanId).not.toBe(spanId);
  expect(parseTraceparent(formatTraceparent(continueTrace(null)))).not.toBeNull();
});
