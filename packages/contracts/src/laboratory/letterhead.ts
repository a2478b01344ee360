import { type Static, Type } from 'typebox';
import { Instant, nullable, Sha256 } from '../common.ts';
import { line } from './record-fields.ts';

const texts = {
  name: nullable(line('Name of the laboratory', 200)),
  address: nullable(
    Type.String({
      maxLength: 500,
      pattern: '^([^\\n]*\\n){0,5}[^\\n]*$',
      description: 'At most six lines',
    }),
  ),
  accreditation_number: nullable(line('As the accreditation body gave it, for instance D-PL-12345-01-00')),
};

/** What stands at the top of reports that are written down from now on. */
export const Letterhead = Type.Object(
  {
    ...texts,
    logo: nullable(
      Type.Object(
        {
          sha256: Type.Unsafe<string>({ ...Sha256, description: 'Of the PNG that is printed' }),
          width_px: Type.Integer({ minimum: 1 }),
          height_px: Type.Integer({ minimum: 1 }),
        },
        { additionalProperties: false },
      ),
    ),
    revision: Type.Integer({
      minimum: 0,
      description: 'Grows by one with every change; 0: nothing was ever set',
    }),
    changed_by: nullable(Type.String({ description: 'Username; a pseudonym once the person is erased' })),
    changed_at: nullable(Instant),
  },
  { $id: 'Letterhead', additionalProperties: false },
);
export type Letterhead = Static<typeof Letterhead>;

export const ChangeLetterheadRequest = Type.Object(
  {
    ...texts,
    logo: Type.Optional(
      nullable(
        Type.Object(
          {
            content_base64: Type.String({
              minLength: 1,
              maxLength: 1_400_000,
              pattern: '^[A-Za-z0-9+/]+={0,2}$',
              description: 'PNG or JPEG as base64, at most 1 MiB',
            }),
          },
          { additionalProperties: false, description: 'Left out: the logo stays; null: it is taken away' },
        ),
      ),
    ),
  },
  { $id: 'ChangeLetterheadRequest', additionalProperties: false },
);
export type ChangeLetterheadRequest = Static<typeof ChangeLetterheadRequest>;
