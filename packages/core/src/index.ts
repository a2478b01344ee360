export type * from './domain/records.ts';
export * from './errors.ts';
export { objectKeyOf } from './objects/object-key.ts';
export type * from './ports/index.ts';
export type { CreateUseCases, Dependencies } from './use-cases/dependencies.ts';
export type * from './use-cases/use-cases.ts';
