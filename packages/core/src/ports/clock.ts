export interface Clock {
  now(): Date;
}
/** Time-ordered unique identifiers (UUID version 7). */
export interface IdGenerator {
  next(): string;
}
