import type { HistoryFilter as HistoryFilterQuery } from '@mlmcsc/contracts';
import { type HistoryFilter, InvalidInput } from '@mlmcsc/core';

/** The filter of a query string. @throws InvalidInput `invalid-request` when a range is the wrong way round */
export function toHistoryFilter(query: HistoryFilterQuery): HistoryFilter {
  const from = query.from === undefined ? undefined : new Date(query.from);
  const to = query.to === undefined ? undefined : new Date(query.to);
  if (from !== undefined && to !== undefined && from > to) {
    throw new InvalidInput('invalid-request', '`from` is later than `to`.');
  }
  if (query.shear_min !== undefined && query.shear_max !== undefined && query.shear_min > query.shear_max) {
    throw new InvalidInput('invalid-request', '`shear_min` is above `shear_max`.');
  }
  return {
    text: query.text,
    status: query.status,
    labelled: query.labelled,
    technician: query.technician,
    from,
    to,
    shearMin: query.shear_min,
    shearMax: query.shear_max,
  };
}
