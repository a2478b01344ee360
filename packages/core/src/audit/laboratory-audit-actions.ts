const change = (meaning: string, subject: string) => ({ meaning, subject, details: 'revision, fields' });

/** What the audit trail records about the records of the laboratory. */
export const laboratoryAuditActions = {
  'heat.created': change('A heat was entered.', 'heat'),
  'heat.changed': change('A heat was changed.', 'heat'),
  'heat.deleted': change('A heat was deleted; its history stays.', 'heat'),
  'test-machine.created': change('A testing machine was entered.', 'test-machine'),
  'test-machine.changed': change('A testing machine was changed.', 'test-machine'),
  'test-machine.deleted': change('A testing machine was deleted; its history stays.', 'test-machine'),
  'series.created': change('A series was made.', 'series'),
  'series.changed': change('A series was changed, opened or closed.', 'series'),
  'series.deleted': change('A series was deleted; its history stays.', 'series'),
  'specimen.created': change('A specimen was entered.', 'specimen'),
  'specimen.changed': change('Values of a specimen were entered or corrected.', 'specimen'),
  'specimen.deleted': change('A specimen was deleted; its history stays.', 'specimen'),
  'specimen.picture-linked': change('A picture was said to show a specimen.', 'specimen'),
  'specimen.picture-unlinked': change('A picture does not show a specimen after all.', 'specimen'),
  'specimen.curve-attached': {
    meaning: 'The force curve of an instrumented test was attached to a specimen, or replaced.',
    subject: 'specimen',
    details: 'revision, fields, sha256, replaces',
  },
  'specimen.curve-removed': {
    meaning: 'The force curve of a specimen was taken away.',
    subject: 'specimen',
    details: 'revision, fields, sha256',
  },
  'specimens.imported': {
    meaning: 'A list of specimens was read in.',
    subject: 'specimen-import',
    details: 'specimens, heats, sha256, series_id, pictures',
  },
  'letterhead.changed': {
    meaning: 'What stands at the top of reports was changed; reports that were there keep theirs.',
    subject: 'letterhead',
    details: 'name, address, accreditation_number, logo',
  },
  'report.drafted': {
    meaning: 'A report of a series was written down.',
    subject: 'report',
    details: 'series_id, number, version, digest, supersedes',
  },
  'report.discarded': {
    meaning: 'A draft of a report is not to be signed.',
    subject: 'report',
    details: 'series_id, number, version, digest, supersedes, reason',
  },
  'report.signed': {
    meaning: 'Somebody signed a report.',
    subject: 'report',
    details: 'series_id, number, version, digest, supersedes',
  },
  'study.created': {
    meaning: 'A study of readers was begun.',
    subject: 'study',
    details: 'specimens, readers, repeats',
  },
  'study.read': {
    meaning: 'Somebody gave a blind reading; what it was is in the study.',
    subject: 'study',
    details: 'place',
  },
  'study.adjudicated': {
    meaning: 'A reviewer decided about a specimen whose readers differ.',
    subject: 'study',
    details: 'specimen_id, percent, reason',
  },
  'study.closed': { meaning: 'A study of readers was ended.', subject: 'study', details: 'reason' },
  'series.exported': {
    meaning: 'A series was exported.',
    subject: 'series',
    details: 'format, specimens',
  },
} as const;
