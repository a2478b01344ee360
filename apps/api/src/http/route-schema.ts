import { PROBLEM_MEDIA_TYPE, Problem } from '@mlmcsc/contracts';
import { type TSchema, Type } from 'typebox';
import { PROBLEMS, type ProblemCode } from './problem-table.ts';

/** Problems that every route can answer with, whatever it does. */
const ALWAYS: readonly ProblemCode[] = ['too-many-requests', 'internal-error', 'database-unavailable'];
const SIGNED_IN: readonly ProblemCode[] = [
  'not-signed-in',
  'api-key-invalid',
  'role-insufficient',
  'scope-insufficient',
  'session-required',
  'second-factor-missing',
];

const example = (code: ProblemCode) => ({
  type: `/problems/${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  code,
  request_id: '0b54f9a2c1d84e57',
});

/**
 * The problem responses of a route, one for each status, with the codes and an example of each.
 * @param codes - what this route can answer with besides what every route can
 * @param access - `public` leaves out those about sign-in
 * @param omit - statuses that the route describes itself
 */
export function problems(
  codes: readonly ProblemCode[],
  access: 'public' | 'signed-in' = 'signed-in',
  omit: readonly number[] = [],
) {
  const all = new Set([...codes, ...(access === 'signed-in' ? SIGNED_IN : []), ...ALWAYS]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of all)
    byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !omit.includes(status))
      .map(([status, group]) => [
        status,
        {
          description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
          content: {
            [PROBLEM_MEDIA_TYPE]: {
              schema: Problem,
              examples: Object.fromEntries(group.map((code) => [code, { value: example(code) }])),
            },
          },
        },
      ]),
  ) as Record<never, never>;
}

/** A JSON response with its description. */
export const json = <T extends TSchema>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A response without a body. */
export const noContent = (description: string) => Type.Null({ description });

/** A binary response of one or more media types. */
export const binary = (description: string, ...mediaTypes: readonly string[]) => ({
  description,
  content: Object.fromEntries(
    mediaTypes.map((mediaType) => [
      mediaType,
      { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
    ]),
  ),
});

/** A response that is streamed text. */
export const text = (description: string, mediaType: string, example: string) => ({
  description,
  content: { [mediaType]: { schema: Type.Unsafe<NodeJS.ReadableStream>({ type: 'string' }), example } },
});

export const IdParams = Type.Object({ id: Type.String({ format: 'uuid', description: 'UUID' }) });
