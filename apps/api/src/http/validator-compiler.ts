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
    if (validator.Check(candidate)) return { value: candidate };
    return { error: validator.Errors(candidate) as never };
  };
};
