/** Why a component is not simply well, for people: what it means and what to do. The codes are stable. */
export const COMPONENT_REASONS = {
  'database-unavailable': 'The database does not answer. Nothing can be measured or stored until it does.',
  'objects-unavailable':
    'The object store does not answer: uploads are refused, and pictures that are not in memory cannot be shown. The rest works.',
  'objects-refused':
    'The object store refuses this server: look at the bucket’s name, the keys and their rights.',
  'cache-unavailable':
    'Redis does not answer. Nothing is lost: answers take longer, and each process counts requests for itself.',
  'model-missing': 'No model is in service yet, so nothing can be measured.',
  'check-failed':
    'It could not be asked, or took longer than three seconds to answer; the log of the server says more.',
  'schema-behind': 'The database lacks migrations of this release: run `mlmcsc migrate`.',
  'workers-silent':
    'No worker was heard of within ten seconds: batches, learning, backups and maintenance stand still. Start one.',
  'queue-stands':
    'A job that could run has been waiting for more than 15 minutes: no worker takes it, or all are busy.',
  'jobs-dead': 'Jobs used up their attempts: look at why, then run them again or discard them.',
  'backups-unplanned': 'No worker makes backups: set MLMCSC_BACKUP_TARGET, or back up in another way.',
  'backup-missing': 'Backups are planned, but none has succeeded yet.',
  'backup-old': 'The newest backup is more than two intervals old.',
  'backup-failed': 'The newest run failed; an earlier backup is there. It is tried again by itself.',
  'backup-unproven': 'No backup was restored and compared for more than twice the planned time.',
  'proof-failed': 'The newest proof that a backup can be restored failed.',
  'audit-trail-broken':
    'An entry of the audit trail was changed, removed or added outside of the product. Tell whoever answers for the records.',
  'audit-trail-unchecked':
    'The chain of the audit trail was not walked for more than a day; a worker with the lane maintenance does it every six hours.',
  'disk-low': 'Less than a tenth of the disk is free.',
  'disk-full': 'Less than a fiftieth of the disk is free: uploads will soon fail.',
} as const;
export type ReasonCode = keyof typeof COMPONENT_REASONS;

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(COMPONENT_REASONS, code);
