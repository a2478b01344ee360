export { silentLog, startTestDatabaseServer, type TestDatabaseServer } from './test-database.ts';
