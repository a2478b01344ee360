import { formatInstant } from '../../shared/format/format-time.ts';
import { serverText } from '../../shared/server-words/server-words.ts';
import { text } from './texts/text.ts';

/** What happened, as it goes on after the name of who did it: one entry for each action of docs/reference/audit-actions.md. */
export const AUDIT_WORDS: Readonly<Record<string, string>> = {
  get 'analysis.recomputed'() {
    return text.computedAnOldAnalysis;
  },
  get 'api-key.created'() {
    return text.madeAnApiKey;
  },
  get 'api-key.revoked'() {
    return text.revokedAnApiKey;
  },
  get 'audit.exported'() {
    return text.exportedTheAuditTrail;
  },
  get 'dataset.created'() {
    return text.frozeADataset;
  },
  get 'dataset.exported'() {
    return text.downloadedADataset;
  },
  get 'dataset.imported'() {
    return text.tookInADataset;
  },
  get 'dataset.verified'() {
    return text.comparedADatasetWith;
  },
  get 'heat.changed'() {
    return text.changedAHeat;
  },
  get 'heat.created'() {
    return text.enteredAHeat;
  },
  get 'heat.deleted'() {
    return text.deletedAHeat;
  },
  get 'history.exported'() {
    return text.downloadedTheHistory;
  },
  get 'image.brought-back'() {
    return text.uploadedAPictureAgain;
  },
  get 'image.held'() {
    return text.putAPictureOn;
  },
  get 'image.hold-released'() {
    return text.tookTheLegalHold;
  },
  get 'job.cancelled'() {
    return text.cancelledAJob;
  },
  get 'job.discarded'() {
    return text.gaveUpADead;
  },
  get 'job.rerun'() {
    return text.ranAJobAgain;
  },
  get 'job.started'() {
    return text.startedAJob;
  },
  get 'label.submitted'() {
    return text.judgedAnAnalysis;
  },
  get 'learning.configured'() {
    return text.choseTheStrategyOf;
  },
  get 'model.installed'() {
    return text.registeredAModel;
  },
  get 'model.policy-changed'() {
    return text.changedHowModelsCome;
  },
  get 'model.promoted'() {
    return text.putAModelInto;
  },
  get 'model.promotion-declined'() {
    return text.declinedAPromotion;
  },
  get 'model.promotion-requested'() {
    return text.askedForASecond;
  },
  get 'model.rolled-back'() {
    return text.putAnEarlierModel;
  },
  get 'model.trial-ended'() {
    return text.endedTheTrialOf;
  },
  get 'model.trial-started'() {
    return text.beganToTryA;
  },
  get 'objects.removed'() {
    return text.deletedObjectsThatNothing;
  },
  get 'person.erased'() {
    return text.erasedAPerson;
  },
  get 'person.exported'() {
    return text.exportedWhatIsStored;
  },
  get 'drift.acknowledged'() {
    return text.saidWhatAFinding;
  },
  get 'drift.raised'() {
    return text.foundThatSomethingDrifts;
  },
  get 'drift.reference-set'() {
    return text.tookANewReference;
  },
  get 'regions.painted'() {
    return text.paintedRegionsOfA;
  },
  get 'report.discarded'() {
    return text.discardedADraftOf;
  },
  get 'report.drafted'() {
    return text.wroteDownAReport;
  },
  get 'report.signed'() {
    return text.signedAReport;
  },
  get 'retention.completed'() {
    return text.removedWhatItsTime;
  },
  get 'letterhead.changed'() {
    return text.changedTheLetterheadOf;
  },
  get 'retention.policy-changed'() {
    return text.changedHowLongSomething;
  },
  get 'schedule.changed'() {
    return text.changedASchedule;
  },
  get 'schedule.run'() {
    return text.startedTheJobOf;
  },
  get 'series.changed'() {
    return text.changedASeries;
  },
  get 'series.created'() {
    return text.madeASeries;
  },
  get 'series.deleted'() {
    return text.deletedASeries;
  },
  get 'series.exported'() {
    return text.exportedASeries;
  },
  get 'session.refused'() {
    return text.wasRefusedAtThe;
  },
  get 'session.revoked'() {
    return text.endedSessionsOfA;
  },
  get 'session.signed-in'() {
    return text.signedIn;
  },
  get 'session.signed-out'() {
    return text.signedOut;
  },
  get 'specimen.changed'() {
    return text.enteredOrCorrectedValues;
  },
  get 'specimen.created'() {
    return text.enteredASpecimen;
  },
  get 'specimen.curve-attached'() {
    return text.attachedTheForceCurve;
  },
  get 'specimen.curve-removed'() {
    return text.tookTheForceCurve;
  },
  get 'specimen.deleted'() {
    return text.deletedASpecimen;
  },
  get 'specimen.picture-linked'() {
    return text.linkedAPictureTo;
  },
  get 'specimen.picture-unlinked'() {
    return text.tookAPictureOff;
  },
  get 'specimens.imported'() {
    return text.readInAList;
  },
  get 'study.adjudicated'() {
    return text.decidedAboutASpecimen;
  },
  get 'study.closed'() {
    return text.endedAStudyOf;
  },
  get 'study.created'() {
    return text.beganAStudyOf;
  },
  get 'study.read'() {
    return text.gaveABlindReading;
  },
  get 'test-machine.changed'() {
    return text.changedATestingMachine;
  },
  get 'test-machine.created'() {
    return text.enteredATestingMachine;
  },
  get 'test-machine.deleted'() {
    return text.deletedATestingMachine;
  },
  get 'two-factor.disabled'() {
    return text.turnedOffASecond;
  },
  get 'two-factor.enabled'() {
    return text.turnedOnASecond;
  },
  get 'two-factor.recovery-codes-renewed'() {
    return text.renewedTheRecoveryCodes;
  },
  get 'user.activated'() {
    return text.letAUserSign;
  },
  get 'user.created'() {
    return text.madeAUser;
  },
  get 'user.deactivated'() {
    return text.tookTheAccessFrom;
  },
  get 'user.invited'() {
    return text.invitedAUser;
  },
  get 'user.link-issued'() {
    return text.issuedALinkThat;
  },
  get 'user.locked'() {
    return text.lockedAUserOut;
  },
  get 'user.password-set'() {
    return text.setAPassword;
  },
  get 'user.renamed'() {
    return text.changedAUsersShown;
  },
  get 'user.role-changed'() {
    return text.changedAUsersRole;
  },
  get 'user.unlocked'() {
    return text.liftedALockOut;
  },
  get 'webhook.changed'() {
    return text.changedAWebhook;
  },
  get 'webhook.created'() {
    return text.madeAWebhook;
  },
  get 'webhook.deleted'() {
    return text.deletedAWebhook;
  },
  get 'webhook.delivery-repeated'() {
    return text.sentAnEventTo;
  },
  get 'webhook.secret-rotated'() {
    return text.gaveAWebhookA;
  },
  get 'webhook.tested'() {
    return text.sentATestEvent;
  },
};

/** The words of an action; those of a newer release stand as they are. */
export const wordsOf = (action: string): string => AUDIT_WORDS[action] ?? action;

/** Actions to choose from, grouped by what they are about, as the list of a filter. */
export function actionGroups(): { group: string; items: { value: string; label: string }[] }[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const [value, words] of Object.entries(AUDIT_WORDS)) {
    const kind = value.split('.', 1)[0]!;
    const group = serverText(`audit.${kind}`, capitalise(kind.replaceAll('-', ' ')));
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
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  const written = String(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(written)) return formatInstant(written);
  return /^[0-9a-f]{64}$/.test(written) ? written.slice(0, 8) : written;
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
