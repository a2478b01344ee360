import { laboratoryAuditActions } from './laboratory-audit-actions.ts';

/** What the audit trail records: every action with what it means, what it is about and what its details hold. The page
 * `docs/reference/audit-actions.md` is made from this table; a name that is not here cannot be recorded.
 */
export const auditActions = {
  'label.submitted': {
    meaning: 'A person judged an analysis.',
    subject: 'analysis',
    details: 'label_id, shear_percent, decision',
  },
  'learning.configured': {
    meaning: 'The strategy of learning was chosen.',
    subject: 'setting',
    details: 'from, to',
  },
  'model.installed': {
    meaning: 'A model version was registered: shipped with a release, or made by learning.',
    subject: 'model',
    details: 'digest, origin, parent_version, dataset_digest',
  },
  'model.promoted': {
    meaning: 'A model version became the champion.',
    subject: 'model',
    details:
      'from_version, digest, origin, parent_version, dataset_digest; by hand also reason, requested_by',
  },
  'model.rolled-back': {
    meaning: 'A model version went back into service.',
    subject: 'model',
    details: 'from_version, reason, learning',
  },
  'model.promotion-requested': {
    meaning: 'Somebody asked a second person to promote a model version.',
    subject: 'model',
    details: 'from_version, reason, request_id',
  },
  'model.promotion-declined': {
    meaning: 'A second person declined a promotion.',
    subject: 'model',
    details: 'request_id',
  },
  'model.trial-started': {
    meaning: 'A challenger began to be compared with the champion on live pictures, or to answer some.',
    subject: 'model',
    details: 'trial_id, percent (0: shadow), reason',
  },
  'model.trial-ended': {
    meaning: 'The trial of a challenger ended.',
    subject: 'model',
    details: 'trial_id, reason',
  },
  'model.policy-changed': {
    meaning: 'How models come into service was changed.',
    subject: 'setting',
    details: 'from, to',
  },
  'analysis.recomputed': {
    meaning: 'An old analysis was computed again and compared.',
    subject: 'analysis',
    details: 'is_identical, differences',
  },
  'job.started': { meaning: 'A job was queued.', subject: 'job', details: 'kind, total' },
  'job.cancelled': { meaning: 'A job was cancelled.', subject: 'job', details: 'kind' },
  'job.rerun': { meaning: 'A dead or cancelled job was queued again.', subject: 'job', details: 'kind' },
  'job.discarded': {
    meaning: 'A dead job was given up.',
    subject: 'job',
    details: 'kind, reason',
  },
  'schedule.changed': {
    meaning: 'When a job starts by the clock was changed.',
    subject: 'schedule',
    details: 'from, to',
  },
  'schedule.run': {
    meaning: 'A job that starts by the clock was started by hand.',
    subject: 'schedule',
    details: 'job_id',
  },
  'webhook.created': {
    meaning: 'A webhook was made.',
    subject: 'webhook',
    details: 'host, events, is_enabled',
  },
  'webhook.changed': {
    meaning: 'A webhook was changed.',
    subject: 'webhook',
    details: 'host, events, is_enabled',
  },
  'webhook.secret-rotated': {
    meaning: 'A webhook signs with a new secret.',
    subject: 'webhook',
    details: 'host, events, is_enabled',
  },
  'webhook.deleted': {
    meaning: 'A webhook was deleted.',
    subject: 'webhook',
    details: 'host, events, is_enabled',
  },
  'webhook.tested': {
    meaning: 'A test event was sent to a webhook.',
    subject: 'webhook',
    details: 'delivery_id, event',
  },
  'webhook.delivery-repeated': {
    meaning: 'An event was sent to a webhook once more.',
    subject: 'webhook',
    details: 'delivery_id, event',
  },
  'history.exported': {
    meaning: 'Somebody began to download the history as a table.',
    subject: null,
    details: 'the filter',
  },
  'audit.exported': {
    meaning: 'The audit trail was exported.',
    subject: null,
    details: 'head_position, head_hash; on the command line entries, in the API format and filters',
  },
  'objects.removed': {
    meaning: 'Objects that no row refers to were deleted.',
    subject: null,
    details: 'objects, bytes',
  },
  'person.exported': {
    meaning: 'Everything stored about a person was exported.',
    subject: 'user',
    details: 'none',
  },
  'person.erased': {
    meaning: 'A person was erased; the pseudonym stays.',
    subject: 'person',
    details: 'rows, by table',
  },
  'dataset.created': {
    meaning: 'A version of the labelled data was frozen, or what a model learned was written down.',
    subject: 'dataset',
    details: 'kind, items, held_out',
  },
  'dataset.exported': {
    meaning: 'Somebody began to download a dataset version.',
    subject: 'dataset',
    details: 'format, items',
  },
  'dataset.imported': {
    meaning: 'A dataset version of another installation was taken in.',
    subject: 'dataset',
    details: 'kind, items, held_out',
  },
  'dataset.verified': {
    meaning: 'The pictures of a dataset version were compared with their digests.',
    subject: 'dataset',
    details: 'pictures, faulty, removed',
  },
  'drift.raised': {
    meaning: 'A signal has left what was usual in the reference.',
    subject: 'drift-finding',
    details: 'signal, direction, statistic, threshold, since',
  },
  'drift.acknowledged': {
    meaning: 'Somebody looked into a finding of drift and said what it was.',
    subject: 'drift-finding',
    details: 'signal, reason',
  },
  'drift.reference-set': {
    meaning: 'What is measured from a moment on is usual from then on.',
    subject: 'drift-reference',
    details: 'begins_at, reason',
  },
  'regions.painted': {
    meaning: 'Regions of a picture were painted.',
    subject: 'image',
    details: 'regions_id, sha256',
  },
  'session.signed-in': { meaning: 'A user signed in.', subject: 'user', details: 'method' },
  'session.refused': {
    meaning: 'A sign-in was refused; the name tried is kept only as erasable personal data.',
    subject: null,
    details: 'reason',
  },
  'session.signed-out': { meaning: 'A user signed out.', subject: 'user', details: 'none' },
  'session.revoked': { meaning: 'Sessions of a user were ended.', subject: 'user', details: 'count' },
  'user.created': { meaning: 'A user was made.', subject: 'user', details: 'role, by' },
  'user.invited': { meaning: 'A person was invited.', subject: 'user', details: 'role' },
  'user.role-changed': { meaning: "A user's role was changed.", subject: 'user', details: 'from, to, by' },
  'user.password-set': { meaning: 'A user has a new password.', subject: 'user', details: 'by_link' },
  'user.locked': { meaning: 'A user was locked out.', subject: 'user', details: 'reason' },
  'user.unlocked': { meaning: 'A lock-out was lifted.', subject: 'user', details: 'none' },
  'user.link-issued': {
    meaning: 'A link was issued that sets a password.',
    subject: 'user',
    details: 'purpose',
  },
  'user.renamed': { meaning: "A user's shown name was changed.", subject: 'user', details: 'none' },
  'user.deactivated': { meaning: 'A user may no longer sign in.', subject: 'user', details: 'none' },
  'user.activated': { meaning: 'A user may sign in again.', subject: 'user', details: 'none' },
  'two-factor.enabled': { meaning: 'A user turned on a second factor.', subject: 'user', details: 'none' },
  'two-factor.disabled': { meaning: 'A second factor was turned off.', subject: 'user', details: 'none' },
  'two-factor.recovery-codes-renewed': {
    meaning: 'A user has fresh recovery codes.',
    subject: 'user',
    details: 'none',
  },
  ...laboratoryAuditActions,
  'retention.policy-changed': {
    meaning: 'How long something is kept was changed.',
    subject: 'retention-policy',
    details: 'from, to',
  },
  'retention.completed': {
    meaning: 'A run of the retention job has ended; what each policy removed.',
    subject: 'job',
    details: 'rows, objects and bytes by policy',
  },
  'image.held': {
    meaning: 'A picture was put on legal hold.',
    subject: 'image',
    details: 'reason, instead_of',
  },
  'image.hold-released': {
    meaning: 'A picture is not on legal hold any more.',
    subject: 'image',
    details: 'reason, held_for',
  },
  'image.brought-back': {
    meaning: 'A picture that a policy had removed was uploaded again.',
    subject: 'image',
    details: 'policy, removed_at',
  },
  'api-key.created': {
    meaning: 'An API key was made.',
    subject: 'api-key',
    details: 'scopes, expires_at',
  },
  'api-key.revoked': { meaning: 'An API key was revoked.', subject: 'api-key', details: 'none' },
} as const satisfies Readonly<
  Record<string, { readonly meaning: string; readonly subject: string | null; readonly details: string }>
>;

/** The dotted name of something that is recorded. */
export type AuditAction = keyof typeof auditActions;
