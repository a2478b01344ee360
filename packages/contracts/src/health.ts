import { type Static, Type } from 'typebox';

/** Whether one thing that the process needs can be used now. */
export const HealthCheck = Type.Object(
  {
    name: Type.String({ description: '`database`, `objects`, `champion` or `cache`' }),
    ok: Type.Boolean(),
    detail: Type.Optional(Type.String({ description: 'Why not, without internals' })),
  },
  { $id: 'HealthCheck', additionalProperties: false },
);
export type HealthCheck = Static<typeof HealthCheck>;

/** Answer of `/livez` (no checks) and `/readyz`. */
export const Health = Type.Object(
  {
    status: Type.Union([Type.Literal('ok'), Type.Literal('degraded'), Type.Literal('unavailable')], {
      description: '`degraded`: requests are carried out, but something that may be missing is',
    }),
    checks: Type.Array(HealthCheck),
  },
  { $id: 'Health', additionalProperties: false },
);
export type Health = Static<typeof Health>;
