import { customType } from 'drizzle-orm/pg-core';

/** Milliseconds, as JavaScript keeps them: a cursor made from a row finds that row again. */
export const instant = customType<{ data: Date; driverData: string | Date }>({
  dataType: () => 'timestamptz(3)',
  fromDriver: (value) => new Date(value),
  toDriver: (value) => value.toISOString(),
});
