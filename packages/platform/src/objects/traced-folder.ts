import { type ListedObject, NotFound, type Slice, type StoredObject } from '@mlmcsc/core';
import { beginSpan } from '../telemetry/index.ts';
import { FilesystemObjectStore } from './filesystem-object-store.ts';

/** The folder of objects, each call a span of the trace that gives it, as the commands of an S3 server are. */
export class TracedFolder extends FilesystemObjectStore {
  override put(bytes: Uint8Array): Promise<StoredObject> {
    return traced('put', () => super.put(bytes));
  }

  override putStream(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredObject> {
    return traced('put-stream', () => super.putStream(content, signal));
  }

  override get(key: string): Promise<Uint8Array> {
    return traced('get', () => super.get(key));
  }

  override async *stream(key: string): AsyncGenerator<Uint8Array, void> {
    const end = begin('stream');
    try {
      yield* super.stream(key);
      end();
    } catch (error) {
      end(error);
      throw error;
    } finally {
      // Whoever reads no further ends it, too.
      end();
    }
  }

  override getRange(
    key: string,
    range: { readonly offset: number; readonly length: number },
  ): Promise<Uint8Array> {
    return traced('get-range', () => super.getRange(key, range));
  }

  override head(key: string): Promise<ListedObject | null> {
    return traced('head', () => super.head(key));
  }

  override list(page: Parameters<FilesystemObjectStore['list']>[0]): Promise<Slice<ListedObject>> {
    return traced('list', () => super.list(page));
  }

  override delete(key: string): Promise<void> {
    return traced('delete', () => super.delete(key));
  }
}

async function traced<T>(operation: string, work: () => Promise<T>): Promise<T> {
  const end = begin(operation);
  try {
    const result = await work();
    end();
    return result;
  } catch (error) {
    end(error);
    throw error;
  }
}

/** @returns ends the span, once; what is not there is an answer, no failure */
function begin(operation: string): (error?: unknown) => void {
  const span = beginSpan({ name: `folder ${operation}`, kind: 'internal', attributes: {} });
  let isOver = span === null;
  return (error) => {
    if (isOver) return;
    isOver = true;
    if (error !== undefined && !isMissing(error)) span?.fail(error);
    span?.end();
  };
}

const isMissing = (error: unknown): boolean => error instanceof NotFound;
