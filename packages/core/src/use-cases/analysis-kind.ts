import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { AnalysisRecord } from '../domain/records.ts';
import type { SharedKind } from '../ports/cache.ts';

/** Rough weight of an analysis without its outline. */
const fixedBytes = 2 * 1024;
/** Two numbers and what holds them. */
const pointBytes = 64;
const dayMs = 24 * 60 * 60_000;

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const StoredAnalysis = Type.Object({
  id: Type.String(),
  imageId: Type.String(),
  status: Type.Union([Type.Literal('ok'), Type.Literal('no-face'), Type.Literal('poor')]),
  reason: nullable(Type.String()),
  shearPercent: nullable(Type.Number()),
  lower: nullable(Type.Number()),
  upper: nullable(Type.Number()),
  intervalLevel: Type.Number(),
  bbox: nullable(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
  outline: nullable(Type.Array(Type.Tuple([Type.Number(), Type.Number()]))),
  notchSide: nullable(
    Type.Union([Type.Literal('top'), Type.Literal('right'), Type.Literal('bottom'), Type.Literal('left')]),
  ),
  pxPerMm: nullable(Type.Number()),
  detectionConfidence: nullable(Type.Number()),
  flags: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: Type.Union([Type.Literal('info'), Type.Literal('warning'), Type.Literal('refuse')]),
      detail: Type.String(),
    }),
  ),
  mapKey: nullable(Type.String()),
  overlayKey: nullable(Type.String()),
  featuresKey: nullable(Type.String()),
  modelVersion: Type.String(),
  modelDigest: Type.String(),
  pipelineVersion: Type.String(),
  elapsedMs: Type.Number(),
  analysedBy: Type.String(),
  createdAt: Type.String(),
  // Asked of the store each time: it may change.
  mapsRemovedAt: Type.Null(),
  mapsRemovedBy: Type.Null(),
});
type StoredAnalysis = Static<typeof StoredAnalysis>;

const checker = Compile(StoredAnalysis);

/** Stored analyses as all processes share them. A new field of `AnalysisRecord` does not compile here until it is listed
 * above: then the name gets its next number.
 */
export const analysisKind: SharedKind<AnalysisRecord> = {
  name: 'analysis-2',
  keptMs: dayMs,
  sizeBytes: ({ outline }) => fixedBytes + (outline?.length ?? 0) * pointBytes,
  encode: (analysis) => ({
    ...analysis,
    createdAt: analysis.createdAt.toISOString(),
    mapsRemovedAt: null,
    mapsRemovedBy: null,
  }),
  decode(stored) {
    if (!checker.Check(stored)) return null;
    const createdAt = new Date(stored.createdAt);
    if (Number.isNaN(createdAt.getTime())) return null;
    const whole: Record<keyof AnalysisRecord, unknown> & StoredAnalysis = stored;
    return { ...whole, createdAt };
  },
};
