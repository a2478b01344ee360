export type * from "./domain/records.ts";
export * from "./errors.ts";
export type * from "./ports/index.ts";
