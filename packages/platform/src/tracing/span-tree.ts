import { randomFillSync } from 'node:crypto';
import type { TraceAttributes, TraceContext } from '@mlmcsc/core';
import type { OpenSpan, SpanKind, SpanRecorder, SpanStart } from '../telemetry/index.ts';

export interface SpanTreesOptions {
  /** Whether a trace that begins here is kept whatever happens in it, by its identifier. */
  readonly isChosen: (traceId: string) => boolean;
  /** A request that takes at least so long is kept, milliseconds. */
  readonly slowMs: number;
  /** Takes the spans that are kept. */
  readonly keep: (spans: readonly RecordedSpan[]) => void;
  /** Spans held for one root; what comes after them is counted only. @default 1000 */
  readonly mostOfRoot?: number | undefined;
  /** Spans held in all. @default 20 000 */
  readonly mostHeld?: number | undefined;
}

/** Jobs take as long as they have pictures; only what hangs is slow. */
const slowJobMs = 10 * 60_000;

/**
 * Records spans and decides, where this process's part of a trace ends, whether it is kept: one that was chosen by its identifier (the share of all), has
 * failed anywhere, or was slow. The choice travels with the trace (`sampled` of `traceparent`), so that other processes keep their part as well.
 * Bounded: too many spans of one root, or in all, are counted and not held.
 */
export class SpanTrees implements SpanRecorder {
  readonly #options: SpanTreesOptions;
  readonly #mostOfRoot: number;
  readonly #mostHeld: number;
  #held = 0;

  constructor(options: SpanTreesOptions) {
    this.#options = options;
    this.#mostOfRoot = options.mostOfRoot ?? 1_000;
    this.#mostHeld = options.mostHeld ?? 20_000;
  }

  /** Spans held until their root ends. */
  get held(): number {
    return this.#held;
  }

  beginRoot(start: SpanStart, parent: TraceContext | null): OpenSpan {
    const traceId = parent?.traceId ?? randomHex(16);
    const isSampled = parent?.isSampled ?? this.#options.isChosen(traceId);
    const slowMs = start.kind === 'consumer' ? slowJobMs : this.#options.slowMs;
    const tree: Tree = { ended: [], begun: 0, left: 0, hasFailed: false, isKept: null, slowMs };
    return new RecordedSpan(start, { traceId, isSampled }, parent?.spanId ?? null, tree, this.#ended);
  }

  beginChild(start: SpanStart, parent: OpenSpan): OpenSpan | null {
    const { tree } = parent as RecordedSpan;
    if (tree.isKept === false) return null;
    if (tree.begun >= this.#mostOfRoot || this.#held >= this.#mostHeld) {
      tree.left += 1;
      return null;
    }
    tree.begun += 1;
    return new RecordedSpan(start, parent, parent.spanId, tree, this.#ended, (parent as RecordedSpan).root);
  }

  readonly #ended = (span: RecordedSpan): void => {
    const { tree } = span;
    if (span.root !== span) {
      // What ends after its root follows the root.
      if (tree.isKept === true) this.#options.keep([span]);
      else if (tree.isKept === null) {
        tree.ended.push(span);
        this.#held += 1;
      }
      return;
    }
    tree.isKept = span.isKept();
    this.#held -= tree.ended.length;
    if (tree.left > 0) span.set({ 'mlmcsc.spans_left_out': tree.left });
    if (tree.isKept) this.#options.keep([span, ...tree.ended]);
    tree.ended = [];
  };
}

/** This process's part of a trace. */
interface Tree {
  ended: RecordedSpan[];
  begun: number;
  left: number;
  hasFailed: boolean;
  /** Null until its root has ended. */
  isKept: boolean | null;
  readonly slowMs: number;
}

export class RecordedSpan implements OpenSpan {
  readonly traceId: string;
  readonly spanId = randomHex(8);
  readonly isSampled: boolean;
  readonly kind: SpanKind;
  readonly parentSpanId: string | null;
  readonly root: RecordedSpan;
  readonly tree: Tree;
  /** Milliseconds since 1970, with fractions. */
  readonly startedAt: number;
  name: string;
  attributes: TraceAttributes;
  endedAt: number | null = null;
  failure: { readonly type: string; readonly message: string } | null = null;
  readonly #onEnd: (span: RecordedSpan) => void;

  constructor(
    { name, kind, attributes, startedAt }: SpanStart,
    { traceId, isSampled }: Pick<TraceContext, 'traceId' | 'isSampled'>,
    parentSpanId: string | null,
    tree: Tree,
    onEnd: (span: RecordedSpan) => void,
    root?: RecordedSpan,
  ) {
    this.traceId = traceId;
    this.isSampled = isSampled;
    this.name = name;
    this.kind = kind;
    this.attributes = attributes ?? {};
    this.startedAt = startedAt ?? now();
    this.parentSpanId = parentSpanId;
    this.tree = tree;
    this.#onEnd = onEnd;
    this.root = root ?? this;
  }

  get rootSpanId(): string {
    return this.root.spanId;
  }

  isKept(): boolean {
    const { isKept, hasFailed, slowMs } = this.tree;
    if (isKept !== null) return isKept;
    return this.isSampled || hasFailed || (this.root.endedAt ?? now()) - this.root.startedAt >= slowMs;
  }

  rename(name: string): void {
    this.name = name;
  }

  set(attributes: TraceAttributes): void {
    this.attributes = { ...this.attributes, ...attributes };
  }

  fail(error: unknown): void {
    const { name, message, code } = (
      error instanceof Error ? error : new Error(String(error))
    ) as NodeJS.ErrnoException;
    // The first says most: what follows from it comes later.
    this.failure ??= { type: typeof code === 'string' ? code : name, message };
    this.tree.hasFailed = true;
  }

  end(at?: number): void {
    if (this.endedAt !== null) return;
    // A clock that was set back must not give a negative duration.
    this.endedAt = Math.max(at ?? now(), this.startedAt);
    this.#onEnd(this);
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

const pool = Buffer.allocUnsafe(4_096);
let used = pool.length;

/** Not all zeros, says the standard: with so many digits chance sees to that. */
function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
