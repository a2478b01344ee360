import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, Sha256 } from '../common.ts';

const force = (description: string) =>
  Type.Number({ minimum: 0, maximum: 200_000, description: `${description}, N` });
const choice = <Name extends string>(...names: readonly Name[]) =>
  Type.Unsafe<Name>({ type: 'string', enum: [...names] });

/** What a file does not say itself. */
const told = {
  units: Type.Optional(
    Type.Object(
      {
        time: Type.Optional(choice('s', 'ms', 'us')),
        displacement: Type.Optional(choice('m', 'mm', 'um')),
        force: Type.Optional(choice('N', 'kN')),
      },
      { additionalProperties: false, description: 'Of columns whose header does not say it' },
    ),
  ),
  impact_velocity_m_s: Type.Optional(
    Type.Number({
      minimum: 1,
      maximum: 10,
      description: 'v0; needed where the file has times and no displacements',
    }),
  ),
  pendulum_mass_kg: Type.Optional(
    Type.Number({
      minimum: 0.1,
      maximum: 200,
      description: 'Effective mass; otherwise it follows from the energy of the machine: 2·E/v0²',
    }),
  ),
  forces: Type.Optional(
    Type.Object(
      {
        general_yield_n: Type.Optional(force('Fgy')),
        maximum_n: Type.Optional(force('Fm')),
        unstable_initiation_n: Type.Optional(force('Fiu')),
        arrest_n: Type.Optional(force('Fa')),
        has_unstable_fracture: Type.Optional(
          Type.Literal(false, { description: 'There was none, whatever the curve looks like' }),
        ),
      },
      { additionalProperties: false, description: 'Read off by a person; they go before what is found' },
    ),
  ),
};

/** The file of an instrumented test, with what it does not say itself. */
export const AttachForceCurveRequest = Type.Object(
  {
    file_name: Type.String({ minLength: 1, maxLength: 200 }),
    content_base64: Type.String({
      minLength: 1,
      maxLength: 5_600_000,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'The table as base64, at most 4 MiB',
    }),
    ...told,
  },
  { $id: 'AttachForceCurveRequest', additionalProperties: false },
);
export type AttachForceCurveRequest = Static<typeof AttachForceCurveRequest>;

const ReadForce = Type.Object(
  {
    force_n: Type.Number(),
    displacement_mm: nullable(Type.Number({ description: 'Null for a given force' })),
    deviation_n: nullable(
      Type.Number({ minimum: 0, description: 'One standard deviation; null for a given force' }),
    ),
    origin: choice('found', 'given'),
  },
  { additionalProperties: false },
);
const Estimates = Type.Object(
  {
    maximum_force: Type.Number(),
    maximum_force_and_hardening: Type.Number(),
    maximum_force_and_half_hardening: Type.Number(),
    square_root: Type.Number(),
  },
  { additionalProperties: false },
);

/** The force curve of an instrumented test and what it tells. */
export const ForceCurve = Type.Object(
  {
    specimen_id: Id,
    identifier: Type.String(),
    file_name: Type.String(),
    sha256: Sha256,
    size_bytes: Type.Integer(),
    attached_by: Type.String({ description: 'Username' }),
    attached_at: Instant,
    method_version: Type.String({ description: 'Of the method that found the forces' }),
    columns: Type.Array(
      Type.Object(
        { header: Type.String(), holds: choice('time', 'displacement', 'force'), unit: Type.String() },
        { additionalProperties: false },
      ),
    ),
    samples: Type.Integer(),
    displacement_from: choice('record', 'time'),
    impact_velocity_m_s: nullable(Type.Number()),
    pendulum_mass_kg: nullable(Type.Number({ description: 'Null where the displacement was recorded' })),
    general_yield: ReadForce,
    maximum: ReadForce,
    unstable_initiation: nullable(ReadForce),
    arrest: nullable(ReadForce),
    has_yielded: Type.Boolean({ description: 'False: it broke on its elastic line, and Fgy is Fm' }),
    energy_j: Type.Number({ description: 'Under the curve, to the end of the test' }),
    energy_at_maximum_j: Type.Number(),
    is_complete: Type.Boolean({
      description: 'Whether the record goes on until the force is down to 2 % of its maximum',
    }),
    estimates_percent: Estimates,
    deviations_percent: Estimates,
    shear: Type.Object(
      {
        verdict: choice('plausible', 'doubtful', 'not-comparable'),
        least_percent: Type.Number({ description: 'Least of the four estimates' }),
        most_percent: Type.Number(),
        outside_by: nullable(
          Type.Number({
            description: 'Points that the reading of the surface lies outside them; negative: below',
          }),
        ),
        detail: Type.String({ description: 'One sentence, with the numbers' }),
      },
      {
        additionalProperties: false,
        description: 'Whether percent shear of the surface fits; a check, never a correction',
      },
    ),
    energy: Type.Object(
      {
        verdict: choice('agrees', 'differs', 'not-comparable'),
        difference_j: nullable(Type.Number({ description: 'Under the curve less absorbed energy' })),
        detail: Type.String(),
      },
      { additionalProperties: false },
    ),
    line: Type.Object(
      { displacement_mm: Type.Array(Type.Number()), force_n: Type.Array(Type.Number()) },
      {
        additionalProperties: false,
        description: 'Some hundred points of the curve, among them its extremes',
      },
    ),
  },
  { $id: 'ForceCurve', additionalProperties: false },
);
export type ForceCurve = Static<typeof ForceCurve>;

export const ForceCurves = Type.Object(
  { items: Type.Array(ForceCurve, { description: 'Coldest first' }) },
  { $id: 'ForceCurves', additionalProperties: false },
);
export type ForceCurves = Static<typeof ForceCurves>;

/** A file that was attached once; it stays when its curve is replaced or taken off. */
export const ForceCurveFile = Type.Object(
  {
    file_name: Type.String(),
    sha256: Sha256,
    size_bytes: Type.Integer(),
    attached_by: Type.String({ description: 'Username; a pseudonym once the person is erased' }),
    attached_at: Instant,
    is_current: Type.Boolean({ description: 'Whether it is the curve that the specimen has now' }),
    told: Type.Object(told, { additionalProperties: false, description: 'What was told with the file' }),
  },
  { $id: 'ForceCurveFile', additionalProperties: false },
);
export type ForceCurveFile = Static<typeof ForceCurveFile>;

export const ForceCurveFiles = Type.Object(
  { items: Type.Array(ForceCurveFile, { description: 'Newest first; at most 200' }) },
  { $id: 'ForceCurveFiles', additionalProperties: false },
);
export type ForceCurveFiles = Static<typeof ForceCurveFiles>;
