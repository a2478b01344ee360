import { InvalidInput, NotFound } from '../errors.ts';
import type { ImageHold } from '../ports/retention.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import { findImage } from '../use-cases/image-use-cases.ts';
import { assertPicturesThere } from './pictures-removed.ts';
import type { RetentionUseCases } from './retention-types.ts';

/** Legal hold: pictures that no policy removes. */
export function createHoldUseCases({
  store,
  clock,
}: Pick<Dependencies, 'store' | 'clock'>): Pick<
  RetentionUseCases,
  'holdImage' | 'releaseImage' | 'getHold' | 'listHolds'
> {
  return {
    holdImage: ({ imageId, reason, username }) =>
      store.transaction(async (rows) => {
        const hold: ImageHold = {
          imageId,
          reason: givenReason(reason),
          placedBy: username,
          placedAt: clock.now(),
        };
        await findImage({ store: { rows } }, imageId);
        const before = await rows.retention.findHold(imageId);
        if (before?.reason === hold.reason) return { hold: before, created: false };
        // The row's lock is waited for here: a removal under way is over afterwards, and seen.
        await rows.retention.placeHold(hold);
        assertPicturesThere(await findImage({ store: { rows } }, imageId));
        await rows.audit.append({
          action: 'image.held',
          actor: username,
          subject: { kind: 'image', id: imageId },
          details: { reason: hold.reason, ...(before === null ? {} : { instead_of: before.reason }) },
        });
        return { hold, created: before === null };
      }),
    releaseImage: ({ imageId, reason, username }) =>
      store.transaction(async (rows) => {
        const why = givenReason(reason);
        await findImage({ store: { rows } }, imageId);
        const released = await rows.retention.releaseHold(imageId);
        if (released === null) throw notHeld(imageId);
        await rows.audit.append({
          action: 'image.hold-released',
          actor: username,
          subject: { kind: 'image', id: imageId },
          details: { reason: why, held_for: released.reason },
        });
      }),
    async getHold(imageId) {
      await findImage({ store }, imageId);
      const hold = await store.rows.retention.findHold(imageId);
      if (hold === null) throw notHeld(imageId);
      return hold;
    },
    listHolds: (page) => store.rows.retention.holds(page),
  };
}

const notHeld = (imageId: string) =>
  new NotFound('hold-not-found', `The image ${imageId} is not on legal hold.`);

/** @throws InvalidInput `reason-missing` */
function givenReason(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new InvalidInput('reason-missing', 'Say why; the audit trail keeps the reason.');
  return reason;
}
