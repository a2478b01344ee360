import { locateBinaries } from '../embedded-postgres/locate-binaries.ts';
import { chooseIdentity, type Identity } from '../embedded-postgres/run-as.ts';

/** The PostgreSQL that the product ships, and how to run it here. */
export type PostgresPrograms = Identity;

/** For tests that need a server with settings of its own, or one that stays away once it is stopped. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  return chooseIdentity(await locateBinaries());
}
