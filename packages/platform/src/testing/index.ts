export { authenticatorCode } from './authenticator-code.ts';
export { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';
export { silentLog, startTestDatabaseServer, type TestDatabaseServer } from './test-database.ts';
