/** Options of every domain error. */
export interface DomainErrorOptions {
  /** What happened, for logs only. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
  /** Whether the same request may succeed later. */
  readonly retryable?: boolean;
  /** Each thing that is wrong with what was sent, where there are several; safe to show. */
  readonly faults?: readonly Fault[] | undefined;
}

/** One thing that is wrong with what was sent. */
export interface Fault {
  readonly detail: string;
  /** JSON Pointer to the place. */
  readonly pointer: string;
}

/** Base of the errors that core throws by meaning; `code` is stable, `detail` is safe to show. No HTTP here. */
export abstract class DomainError extends Error {
  readonly code: string;
  readonly detail: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;
  readonly faults: readonly Fault[] | undefined;

  constructor(code: string, detail: string, options: DomainErrorOptions = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.detail = detail;
    this.context = options.context ?? {};
    this.retryable = options.retryable ?? false;
    this.faults = options.faults;
  }
}

/** The caller sent something that can never work. */
export class InvalidInput extends DomainError {}
/** The thing named does not exist. */
export class NotFound extends DomainError {}
/** The request contradicts the present state. */
export class Conflict extends DomainError {}
/** Known who, but not allowed. */
export class NotAllowed extends DomainError {}
/** Well formed, but cannot be processed (e.g. an undecodable picture). */
export class Unprocessable extends DomainError {}
/** A part of the system is away; try again later. */
export class Unavailable extends DomainError {
  /** When to try again, where that is known; whole seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: string,
    detail: string,
    { retryAfterSeconds, ...options }: DomainErrorOptions & { readonly retryAfterSeconds?: number } = {},
  ) {
    super(code, detail, { retryable: true, ...options });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
