/** Place in a distributed trace. @source W3C Trace Context, level 1, section 3.2 (`traceparent`) */
export interface TraceContext {
  /** 32 hexadecimal digits, shared by everything that one request causes. */
  readonly traceId: string;
  /** 16 hexadecimal digits: this step. */
  readonly spanId: string;
  readonly isSampled: boolean;
}

/** What a step of a trace tells besides its name: short texts, numbers, no secrets and nothing of persons. */
export type TraceAttributes = Readonly<Record<string, string | number | boolean>>;

/** A step that is going on. */
export interface TraceStep {
  readonly trace: TraceContext;
  /** Says that it failed, where no error leaves the work. */
  fail(error: unknown): void;
}

/** Where the work of a process begins. */
export interface TraceOrigin {
  readonly name: string;
  /** Of what caused it; null begins a trace. */
  readonly parent: TraceContext | null;
  readonly attributes?: TraceAttributes | undefined;
}

/** Knows the trace of the work that is going on, across asynchronous calls. */
export interface TraceCarrier {
  current(): TraceContext | null;
  /** Runs the work, and whatever it starts, in the given trace. */
  run<T>(trace: TraceContext, work: () => T): T;
  /** Runs work that something in another process, or nothing, has caused, as a step of its own. */
  continueFrom<T>(origin: TraceOrigin, work: (step: TraceStep) => Promise<T>): Promise<T>;
  /** Runs the work as a step of what is going on. */
  step<T>(name: string, attributes: TraceAttributes, work: () => Promise<T>): Promise<T>;
}

const layout = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const sampledFlag = 1;

/** The context that a `traceparent` header names, or null when it is none: malformed, a forbidden version, or all zeros. */
export function parseTraceparent(header: unknown): TraceContext | null {
  if (typeof header !== 'string' || header.length > 512) return null;
  const [, version, traceId, spanId, flags, rest] = layout.exec(header) ?? [];
  if (version === undefined || traceId === undefined || spanId === undefined || flags === undefined) {
    return null;
  }
  // Later versions may add fields; version 00 has none.
  if (version === 'ff' || (version === '00' && rest !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & sampledFlag) === sampledFlag };
}

export function formatTraceparent({ traceId, spanId, isSampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/** A step of its own in the given trace, or in a new one. */
export function continueTrace(parent: TraceContext | null): TraceContext {
  return {
    traceId: parent?.traceId ?? randomHex(16),
    spanId: randomHex(8),
    isSampled: parent?.isSampled ?? false,
  };
}

/** Not all zeros. */
function randomHex(bytes: number): string {
  for (;;) {
    const values = crypto.getRandomValues(new Uint8Array(bytes));
    if (values.some((value) => value !== 0)) {
      return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
    }
  }
}
