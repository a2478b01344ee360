import { formatInstant } from '../../shared/format/format-time.ts';

/** What happened, as it goes on after the name of who did it: one entry for each action of docs/reference/audit-actions.md. */
export const AUDIT_WORDS: Readonly<Record<string, string>> = {
  'analysis.recomputed': 'computed an old analysis again',
  'api-key.created': 'made an API key',
  'api-key.revoked': 'revoked an API key',
  'audit.exported': 'exported the audit trail',
  'dataset.created': 'froze a dataset',
  'dataset.exported': 'downloaded a dataset',
  'dataset.imported': 'took in a dataset',
  'dataset.verified': 'compared a dataset with its digests',
  'heat.changed': 'changed a heat',
  'heat.created': 'entered a heat',
  'heat.deleted': 'deleted a heat',
  'history.exported': 'downloaded the history',
  'image.brought-back': 'uploaded a picture again that a policy had removed',
  'image.held': 'put a picture on legal hold',
  'image.hold-released': 'took the legal hold off a picture',
  'job.cancelled': 'cancelled a job',
  'job.discarded': 'gave up a dead job',
  'job.rerun': 'ran a job again',
  'job.started': 'started a job',
  'label.submitted': 'judged an analysis',
  'learning.configured': 'chose the strategy of learning',
  'model.installed': 'registered a model',
  'model.policy-changed': 'changed how models come into service',
  'model.promoted': 'put a model into service',
  'model.promotion-declined': 'declined a promotion',
  'model.promotion-requested': 'asked for a second person to promote a model',
  'model.rolled-back': 'put an earlier model back into service',
  'model.trial-ended': 'ended the trial of a challenger',
  'model.trial-started': 'began to try a challenger on live pictures',
  'objects.removed': 'deleted objects that nothing refers to',
  'person.erased': 'erased a person',
  'person.exported': 'exported what is stored about a person',
  'drift.acknowledged': 'said what a finding of drift was',
  'drift.raised': 'found that something drifts',
  'drift.reference-set': 'took a new reference of drift',
  'regions.painted': 'painted regions of a picture',
  'report.discarded': 'discarded a draft of a report',
  'report.drafted': 'wrote down a report of a series',
  'report.signed': 'signed a report',
  'retention.completed': 'removed what its time was over for',
  'letterhead.changed': 'changed the letterhead of reports',
  'retention.policy-changed': 'changed how long something is kept',
  'schedule.changed': 'changed a schedule',
  'schedule.run': 'started the job of a schedule by hand',
  'series.changed': 'changed a series',
  'series.created': 'made a series',
  'series.deleted': 'deleted a series',
  'series.exported': 'exported a series',
  'session.refused': 'was refused at the sign-in',
  'session.revoked': 'ended sessions of a user',
  'session.signed-in': 'signed in',
  'session.signed-out': 'signed out',
  'specimen.changed': 'entered or corrected values of a specimen',
  'specimen.created': 'entered a specimen',
  'specimen.curve-attached': 'attached the force curve of an instrumented test',
  'specimen.curve-removed': 'took the force curve off a specimen',
  'specimen.deleted': 'deleted a specimen',
  'specimen.picture-linked': 'linked a picture to a specimen',
  'specimen.picture-unlinked': 'took a picture off a specimen',
  'specimens.imported': 'read in a list of specimens',
  'study.adjudicated': 'decided about a specimen whose readers differ',
  'study.closed': 'ended a study of readers',
  'study.created': 'began a study of readers',
  'study.read': 'gave a blind reading',
  'test-machine.changed': 'changed a testing machine',
  'test-machine.created': 'entered a testing machine',
  'test-machine.deleted': 'deleted a testing machine',
  'two-factor.disabled': 'turned off a second factor',
  'two-factor.enabled': 'turned on a second factor',
  'two-factor.recovery-codes-renewed': 'renewed the recovery codes',
  'user.activated': 'let a user sign in again',
  'user.created': 'made a user',
  'user.deactivated': 'took the access from a user',
  'user.invited': 'invited a user',
  'user.link-issued': 'issued a link that sets a password',
  'user.locked': 'locked a user out',
  'user.password-set': 'set a password',
  'user.renamed': "changed a user's shown name",
  'user.role-changed': "changed a user's role",
  'user.unlocked': 'lifted a lock-out',
  'webhook.changed': 'changed a webhook',
  'webhook.created': 'made a webhook',
  'webhook.deleted': 'deleted a webhook',
  'webhook.delivery-repeated': 'sent an event to a webhook once more',
  'webhook.secret-rotated': 'gave a webhook a new secret',
  'webhook.tested': 'sent a test event to a webhook',
};

/** The words of an action; those of a newer release stand as they are. */
export const wordsOf = (action: string): string => AUDIT_WORDS[action] ?? action;

/** Actions to choose from, grouped by what they are about, as the list of a filter. */
export function actionGroups(): { group: string; items: { value: string; label: string }[] }[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const [value, words] of Object.entries(AUDIT_WORDS)) {
    const group = capitalise(value.split('.', 1)[0]!.replaceAll('-', ' '));
    groups.set(group, [...(groups.get(group) ?? []), { value, label: capitalise(words) }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

/** Details of an entry in one line, e.g. `from viewer · to engineer`. */
export function detailsText(details: Readonly<Record<string, unknown>>): string {
  return (
    Object.entries(details)
      .filter(([, value]) => value !== null && value !== '')
      // The database orders by length; what was before comes first.
      .sort(([left], [right]) => Number(right === 'from') - Number(left === 'from'))
      .map(([name, value]) => `${name.replaceAll('_', ' ')} ${valueText(value)}`)
      .join(' · ')
  );
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object' && value !== null)
    return `(${detailsText(value as Record<string, unknown>)})`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return formatInstant(text);
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 8) : text;
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
