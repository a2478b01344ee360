import { DomainError, type Logger, type ObjectStore } from '@mlmcsc/core';

/** Looks once, at the start of a process, whether objects can be used, and tells why when they cannot. Nobody waits for them: what
 * needs none is done meanwhile, readiness shows it, and requests and jobs go on once they are back.
 */
export async function tellWhetherUsable(objects: Pick<ObjectStore, 'check'>, log: Logger): Promise<void> {
  try {
    await objects.check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.error({ code: error.code, reason: error.detail }, 'objects cannot be used; starting without them');
  }
}
