import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/**
 * Validates with the very schemas that the OpenAPI document is made of. Parts that arrive as text (path, query,
 * header) are converted to the types named; a body is taken as it is: `"52"` is not a number and an unknown field is
 * an error, never dropped.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (value) => {
    const candidate =
      httpPart === 'body' ? value : Value.Default(schema, Value.Convert(schema, Value.Clone(value)));
    if (!validator.Check(candidate)) return { error: validator.Errors(candidate) as never };
    const path = findNul(candidate);
    if (path === null) return { value: candidate };
    const error = {
      keyword: 'pattern',
      instancePath: path,
      params: {},
      message: 'must not hold a NUL character',
    };
    return { error: [error] as never };
  };
};

/** Where a text holds a NUL character, as a JSON Pointer: PostgreSQL can store any other. */
function findNul(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\u0000') ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, member] of Object.entries(value)) {
    const found = findNul(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
}
