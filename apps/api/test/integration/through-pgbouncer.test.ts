import { afterAll, describe, test } from 'vitest';
import { goThroughPgBouncer, stopPgBouncers } from '../../../../test/services/database-route.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';

/** The same tests as beside this file, with PgBouncer in transaction mode before the database. */
const files = ['technician-round', 'events'];

if (servicesMissing !== null) {
  test.skip(`through PgBouncer (skipped: ${servicesMissing})`);
} else {
  goThroughPgBouncer();
  afterAll(stopPgBouncers);
  for (const file of files) {
    describe(`${file}, through PgBouncer`, async () => {
      await import(`./${file}.test.ts`);
    });
  }
}
