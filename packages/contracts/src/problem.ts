import { type Static, Type } from 'typebox';

/** RFC 9457 problem document, media type `application/problem+json`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the page that explains this problem' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    code: Type.String({ description: 'Stable machine-readable code, e.g. `image-too-large`' }),
    request_id: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          {
            detail: Type.String(),
            pointer: Type.String({ description: 'JSON Pointer, e.g. `#/shear_percent`' }),
          },
          {
            additionalProperties: false,
          },
        ),
      ),
    ),
  },
  { $id: 'Problem', additionalProperties: true },
);
export type Problem = Static<typeof Problem>;

/** Media type of every error response. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
