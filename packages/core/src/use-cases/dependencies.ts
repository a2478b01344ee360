import type { UnknownSpecimens } from '../laboratory/link-at-capture.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { LearningComputer } from '../ports/computing.ts';
import type { ImageCodec } from '../ports/image-codec.ts';
import type { Logger } from '../ports/logger.ts';
import type { Measurer } from '../ports/measurement.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { PruneSubject, Store } from '../ports/store.ts';
import type { TraceCarrier } from '../trace/trace-context.ts';
import type { UseCases } from './use-cases.ts';

/** The ports behind the use cases. */
export interface Dependencies {
  readonly store: Store;
  readonly objects: ObjectStore;
  readonly codec: ImageCodec;
  readonly measurer: Measurer;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly log: Logger;
  /** Jobs keep the trace of the request that made them. Absent: they have none. */
  readonly traces?: TraceCarrier | undefined;
  /** Where learning is computed. @default on the calling thread, which it blocks */
  readonly computer?: LearningComputer | undefined;
  /** How many pictures of one batch job are measured at once, at least 1. */
  readonly batchConcurrency: number;
  /** What happens to a picture whose specimen was never entered. @default keep */
  readonly unknownSpecimens?: UnknownSpecimens | undefined;
  /** After each new analysis. @default nothing */
  readonly onMeasured?: (() => Promise<void>) | undefined;
  /** Replaces how long some of it is kept before it is pruned, ms. */
  readonly pruneAfterMs?: Readonly<Partial<Record<PruneSubject, number>>> | undefined;
}

/** Signature of `createUseCases`: plain wiring, opens nothing. */
export type CreateUseCases = (dependencies: Dependencies) => UseCases;
