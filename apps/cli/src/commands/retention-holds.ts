import { toJsonNames } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { operator } from './with-laboratory.ts';
import { withRetention } from './with-retention.ts';

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const perPage = 200;

/** `mlmcsc retention hold`. */
export const placeHold = (config: Config, imageId: string, { reason }: { reason: string }): Promise<void> =>
  withRetention(config, async (retention) => {
    const { hold, created } = await retention.holdImage({ imageId, reason, username: operator });
    print(`${hold.imageId} ${created ? 'is on hold' : 'was on hold already'}: ${hold.reason}`);
  });

/** `mlmcsc retention release`. */
export const releaseHold = (config: Config, imageId: string, { reason }: { reason: string }): Promise<void> =>
  withRetention(config, async (retention) => {
    await retention.releaseImage({ imageId, reason, username: operator });
    print(`${imageId} is not on hold any more.`);
  });

/** `mlmcsc retention holds`: newest first. */
export const listHolds = (config: Config, { json = false }: { json?: boolean }): Promise<void> =>
  withRetention(config, async (retention) => {
    let cursor: string | undefined;
    do {
      const page = await retention.listHolds({ cursor, limit: perPage });
      for (const hold of page.items) {
        print(
          json
            ? JSON.stringify(toJsonNames(hold))
            : `${hold.imageId}  ${hold.placedAt.toISOString()}  ${hold.placedBy}  ${hold.fileName}  ${hold.reason}`,
        );
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });
