export * from './agreement.ts';
export * from './heat.ts';
export { RecordHistory, RecordRevision } from './record-fields.ts';
export * from './series.ts';
export * from './series-curve.ts';
export * from './specimen.ts';
export * from './specimen-import.ts';
export * from './study.ts';
export * from './test-machine.ts';
