import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Erasure, PersonRecord } from '../ports/people.ts';
import type { Dependencies } from './dependencies.ts';
import type { UseCases } from './use-cases.ts';

const recordsPerRead = 500;

/** What is stored about a person: shown to them, and erased. */
export function createPersonUseCases({
  store,
}: Pick<Dependencies, 'store'>): Pick<UseCases, 'exportPerson' | 'erasePerson'> {
  return {
    exportPerson: ({ username, by }) => exportPerson(store, username, by),
    erasePerson: ({ username, by }) => erasePerson(store, username, by),
  };
}

async function* exportPerson(
  store: Dependencies['store'],
  username: string,
  by: string,
): AsyncGenerator<PersonRecord> {
  await requireKnown(store.rows, username);
  await store.rows.audit.append({
    action: 'person.exported',
    actor: by,
    subject: { kind: 'user', id: username },
  });
  let cursor: string | undefined;
  do {
    const page = await store.rows.people.records(username, { cursor, limit: recordsPerRead });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  for (const filter of [{ actor: username }, { subjectKind: 'user', subjectId: username }]) {
    cursor = undefined;
    do {
      const page = await store.rows.audit.list(filter, { cursor, limit: recordsPerRead });
      yield* page.items.map((record) => ({ kind: 'audit', record: { ...record } }));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

async function erasePerson(store: Dependencies['store'], username: string, by: string): Promise<Erasure> {
  if (username === by) {
    throw new InvalidInput('erasure-of-oneself', 'Let another administrator erase your own account.');
  }
  return store.transaction(async (rows) => {
    await requireKnown(rows, username);
    if (await rows.people.isLastAdministrator(username)) {
      throw new Conflict('last-administrator', 'This is the last administrator; make another one first.');
    }
    const erasure = await rows.people.erase(username);
    await rows.audit.append({
      action: 'person.erased',
      actor: by,
      // The pseudonym: the name is in no record any more, this one included.
      subject: { kind: 'person', id: erasure.pseudonym },
      details: { rows: erasure.counts },
    });
    return erasure;
  });
}

async function requireKnown(rows: Dependencies['store']['rows'], username: string): Promise<void> {
  if (username.startsWith('person:') || !(await rows.people.isKnown(username))) {
    throw new NotFound('user-not-found', `Nothing is stored under the user name ${username}.`);
  }
}
