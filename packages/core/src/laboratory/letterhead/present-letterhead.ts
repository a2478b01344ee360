import type { Letterhead as ShownLetterhead } from '@mlmcsc/contracts';
import type { Letterhead, LetterheadRecord } from './letterhead-records.ts';

/** A letterhead in the names of the API. */
export const presentLetterhead = (record: LetterheadRecord): ShownLetterhead => ({
  ...letterheadFields(record),
  revision: record.revision,
  changed_by: record.changedBy,
  changed_at: record.changedAt?.toISOString() ?? null,
});

/** What a report holds of it. */
export const letterheadFields = ({ name, address, accreditationNumber, logo }: Letterhead) => ({
  ...{ name, address, accreditation_number: accreditationNumber },
  logo: logo === null ? null : { sha256: logo.sha256, width_px: logo.widthPx, height_px: logo.heightPx },
});
