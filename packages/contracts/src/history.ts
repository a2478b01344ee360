import { type Static, Type } from 'typebox';
import { Analysis, AnalysisStatus } from './analysis.ts';
import { Instant, PageQuery, ShearPercent } from './common.ts';
import { Image } from './image.ts';

/** Filters of the history; all combine with AND. */
export const HistoryFilter = Type.Object(
  {
    text: Type.Optional(
      Type.String({
        maxLength: 100,
        description:
          'Part of file name, specimen or heat, case-insensitive; one or two characters: what one of them begins with',
      }),
    ),
    status: Type.Optional(AnalysisStatus),
    labelled: Type.Optional(Type.Boolean()),
    technician: Type.Optional(Type.String({ maxLength: 100 })),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    shear_min: Type.Optional(ShearPercent),
    shear_max: Type.Optional(ShearPercent),
  },
  { additionalProperties: false },
);
export type HistoryFilter = Static<typeof HistoryFilter>;

export const HistoryQuery = Type.Object(
  { ...HistoryFilter.properties, ...PageQuery.properties },
  { additionalProperties: false },
);
export type HistoryQuery = Static<typeof HistoryQuery>;

/** Newest first: an analysis (with its current label) and its picture. */
export const HistoryItem = Type.Object(
  { analysis: Analysis, image: Image },
  { $id: 'HistoryItem', additionalProperties: false },
);
export type HistoryItem = Static<typeof HistoryItem>;
