import type { ImageContext } from '@mlmcsc/contracts';

/** A picture that the server may not have yet. */
export interface KeptPicture {
  readonly key: string;
  readonly file: File;
  readonly context: ImageContext;
}

/** Where pictures lie until they are measured; outlives the page. */
export interface Outbox {
  keep(picture: KeptPicture): Promise<void>;
  forget(key: string): Promise<void>;
  /** The oldest first. */
  list(): Promise<readonly KeptPicture[]>;
}

const DATABASE = 'mlmcsc';
const STORE = 'outbox';

interface Row extends KeptPicture {
  readonly owner: string;
  readonly number: number;
}

/** An outbox in the browser's database. Where the browser refuses one (private windows, full disk), pictures live as long as the page.
 * @param ownerOf - whose pictures are kept and listed; nobody else sees them */
export function createOutbox(ownerOf: () => string | null): Outbox {
  let opened: Promise<IDBDatabase> | null = null;
  // One after the other, so that a picture is never forgotten before it was kept.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Answer>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Answer>,
    otherwise: Answer,
  ): Promise<Answer> {
    const answer = last.then(async () => {
      try {
        opened ??= openDatabase();
        const transaction = (await opened).transaction(STORE, mode);
        return await answerOf(work(transaction.objectStore(STORE)));
      } catch {
        return otherwise;
      }
    });
    last = answer;
    return answer;
  }
  return {
    async keep(picture) {
      const owner = ownerOf();
      if (owner === null) return;
      const row: Row = { ...picture, owner, number: Date.now() };
      await inTurn<IDBValidKey>('readwrite', (store) => store.put(row), '');
    },
    async forget(key) {
      await inTurn<undefined>('readwrite', (store) => store.delete(key), undefined);
    },
    async list() {
      const owner = ownerOf();
      const rows = await inTurn<Row[]>('readonly', (store) => store.getAll() as IDBRequest<Row[]>, []);
      return rows
        .filter((row) => row.owner === owner)
        .sort((a, b) => a.number - b.number)
        .map(({ key, file, context }) => ({ key, file, context }));
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  return answerOf(request);
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database of the browser failed'));
  });
}
