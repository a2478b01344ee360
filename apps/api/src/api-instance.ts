import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ApiDependencies, ApiOptions } from './api-dependencies.ts';
import type { EventStreams } from './http/event-streams.ts';
import type { SignInGuard } from './http/sign-in-guard.ts';
import type { UploadMemory } from './http/upload-memory.ts';

/** Fastify whose handlers get their types from the TypeBox schemas of their route. */
export type ApiInstance = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What an endpoint is given. */
export interface ApiContext extends ApiDependencies {
  readonly options: ApiOptions;
  readonly eventStreams: EventStreams;
  readonly uploadMemory: UploadMemory;
  /** Slows down guessing of passwords and codes. */
  readonly signInGuard: SignInGuard;
  /** Whether the server has begun to shut down. */
  readonly isClosing: () => boolean;
}

/** Registers one endpoint. */
export type Endpoint = (app: ApiInstance, context: ApiContext) => void;
