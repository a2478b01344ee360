import type { RecordHistory, Specimen, SpecimenDetail } from '@mlmcsc/contracts';
import { type RecordRevisionRecord, type SpecimenDetails, toJsonNames } from '@mlmcsc/core';
import { presentAnalysis } from './present-analysis.ts';
import { presentImage } from './present-image.ts';

/** A heat, machine, series or specimen as the API shows it: the same fields under the names of the API. */
export const presentRecord = <Shown extends object>(record: object): Shown => toJsonNames(record) as Shown;

export const presentHistory = (revisions: readonly RecordRevisionRecord[]): RecordHistory => ({
  items: revisions.map(({ revision, change, fields, record, reason, changedBy, changedAt }) => ({
    ...{ revision, change, fields: [...fields], record: { ...record }, reason },
    ...{ changed_by: changedBy, changed_at: changedAt.toISOString() },
  })),
});

/** @param hidden - pictures whose analyses are not shown */
export const presentSpecimenDetails = (
  { specimen, energySymbol, pictures }: SpecimenDetails,
  hidden: readonly string[],
): SpecimenDetail => ({
  specimen: presentRecord<Specimen>(specimen),
  energy_symbol: energySymbol,
  pictures: pictures.map(({ link, image, analyses }) => ({
    image: presentImage(image),
    half: link.half,
    analyses: hidden.includes(image.id)
      ? []
      : analyses.map(({ analysis, label }) => presentAnalysis(analysis, label)),
    linked_by: link.linkedBy,
    linked_at: link.linkedAt.toISOString(),
  })),
});
