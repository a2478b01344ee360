import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UploadMemory } from './upload-memory.ts';

/** Reserves the memory of a JSON body that carries pictures, from before it is read until the answer is sent. */
export const holdUploadMemory =
  (memory: UploadMemory, mostBytes: number) =>
  (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    reply.raw.once('close', resolve);
    memory
      .hold(request, mostBytes, () => {
        done();
        return answered;
      })
      .catch(done);
  };
