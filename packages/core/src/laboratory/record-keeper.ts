import type { AuditAction } from '../audit/audit-actions.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { RecordRows } from '../ports/laboratory.ts';
import type { PageRequest, Slice } from '../ports/page.ts';
import type { Rows, Store } from '../ports/store.ts';
import { snakeCase, toJsonNames } from './json-names.ts';
import type { RecordChange, RecordKind, RecordRevisionRecord, Stamp } from './records.ts';

export interface KeeperDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** Who changes what, from which state. */
export interface ChangeRequest {
  readonly id: string;
  /** The revision that was read before; absent: whatever is there. */
  readonly revision?: number | undefined;
  readonly reason?: string | null | undefined;
  readonly username: string;
  /** Whether values that others entered may be replaced, not only blanks filled. */
  readonly mayCorrect: boolean;
}

/** How one kind of record differs from the others. */
export interface RecordDefinition<Record extends Stamp, Fields, Filter> {
  readonly kind: RecordKind;
  /** `Heat`, for sentences. */
  readonly title: string;
  readonly rows: (rows: Rows) => RecordRows<Record, Filter>;
  readonly nameOf: (fields: Fields) => string;
  /** Whether a change is allowed and fits other records; runs in the transaction. */
  readonly check: (
    rows: Rows,
    fields: Fields,
    before: Record | null,
    request: ChangeRequest,
  ) => Promise<void>;
  /** Runs in the transaction, after the row was written. */
  readonly afterChange?: (rows: Rows, after: Record, change: RecordChange) => Promise<void>;
}

/** Keeps records of one kind: every change is a revision that stays, and is recorded in the audit trail. */
export function createRecordKeeper<Record extends Stamp, Fields extends object, Filter>(
  { store, clock, ids }: KeeperDependencies,
  definition: RecordDefinition<Record, Fields, Filter>,
) {
  const { kind, title, rows: rowsOf, nameOf, check, afterChange } = definition;

  const known = (found: Record | null, id: string): Record => {
    if (found === null) throw new NotFound(`${kind}-not-found`, `There is no ${title.toLowerCase()} ${id}.`);
    return found;
  };

  async function keepRevision(
    rows: Rows,
    record: Record,
    change: RecordChange,
    fields: readonly string[],
    reason: string | null,
    more: Readonly<globalThis.Record<string, unknown>> = {},
  ): Promise<void> {
    await rows.laboratory.revisions.append([revisionOf({ kind, record, change, fields, reason, ids })]);
    await rows.audit.append({
      action: actionOf(kind, change),
      actor: record.updatedBy,
      subject: { kind, id: record.id },
      details: { revision: record.revision, fields, ...more },
    });
    await afterChange?.(rows, record, change);
  }

  async function assertNameFree(rows: Rows, fields: Fields): Promise<void> {
    if ((await rowsOf(rows).findByName(nameOf(fields))) === null) return;
    throw new Conflict('record-exists', `There is a ${title.toLowerCase()} ${nameOf(fields)} already.`);
  }

  const replace = async (
    rows: Rows,
    before: Record,
    after: Record,
    change: RecordChange,
    fields: readonly string[],
    reason: string | null,
    more?: Readonly<globalThis.Record<string, unknown>>,
  ): Promise<Record> => {
    if (!(await rowsOf(rows).update(after, before.revision))) throw changedMeanwhile();
    await keepRevision(rows, after, change, fields, reason, more);
    return after;
  };

  const findFor = async (rows: Rows, { id, revision }: Pick<ChangeRequest, 'id' | 'revision'>) => {
    const before = known(await rowsOf(rows).find(id), id);
    if (revision !== undefined && before.revision !== revision) throw changedMeanwhile();
    return before;
  };

  return {
    get: async (id: string): Promise<Record> => known(await rowsOf(store.rows).find(id), id),
    list: (filter: Filter, page: PageRequest): Promise<Slice<Record>> =>
      rowsOf(store.rows).list(filter, page),
    history: async (id: string): Promise<readonly RecordRevisionRecord[]> => {
      const revisions = await store.rows.laboratory.revisions.list(kind, id);
      if (revisions.length === 0) known(null, id);
      return revisions;
    },
    create: (fields: Fields, username: string, given: string | null = null): Promise<Record> =>
      store.transaction(async (rows) => {
        const id = given ?? ids.next();
        // A repetition finds what the first one made.
        const there = given === null ? null : await rowsOf(rows).find(id);
        if (there !== null) return there;
        await assertNameFree(rows, fields);
        await check(rows, fields, null, { id, username, mayCorrect: true });
        const record = stamped<Record, Fields>(fields, id, username, clock.now());
        await rowsOf(rows).insert(record);
        await keepRevision(rows, record, 'created', filled(fields), null);
        return record;
      }),
    /** Changes in the caller's transaction. @param changeOf - the fields that are to be, from the record as it is */
    change: (request: ChangeRequest, changeOf: (before: Record, rows: Rows) => Promise<Partial<Fields>>) =>
      store.transaction(async (rows) => {
        const before = await findFor(rows, request);
        const after = { ...before, ...(await changeOf(before, rows)) };
        const fields = differing(before, after);
        if (fields.length === 0) return before;
        if (nameOf(after as never) !== nameOf(before as never)) await assertNameFree(rows, after as never);
        await check(rows, after as never, before, request);
        const record = {
          ...after,
          revision: before.revision + 1,
          updatedBy: request.username,
          updatedAt: clock.now(),
        };
        return replace(rows, before, record, 'changed', fields.map(snakeCase), request.reason ?? null);
      }),
    /** Counts a change of what belongs to the record (pictures, force curve) as a revision of it.
     * @param more - further details for the audit trail
     */
    touch: (
      rows: Rows,
      before: Record,
      change: RecordChange,
      username: string,
      more?: Readonly<globalThis.Record<string, unknown>>,
    ): Promise<Record> =>
      replace(
        rows,
        before,
        { ...before, revision: before.revision + 1, updatedBy: username, updatedAt: clock.now() },
        change,
        [change.startsWith('curve') ? 'force_curve' : 'pictures'],
        null,
        more,
      ),
    findFor,
    /** @throws Conflict `record-in-use | precondition-failed` */
    remove: (request: ChangeRequest): Promise<void> =>
      store.transaction(async (rows) => {
        const before = await findFor(rows, request);
        await check(rows, before as never, before, request);
        if (!(await rowsOf(rows).remove(before.id, before.revision))) throw changedMeanwhile();
        const last = { revision: before.revision + 1, updatedBy: request.username, updatedAt: clock.now() };
        await keepRevision(rows, { ...before, ...last }, 'deleted', [], request.reason ?? null);
      }),
  };
}

const changedMeanwhile = () =>
  new Conflict('precondition-failed', 'It was changed since it was read. Read it again.');

/** A record as it is when it is made. */
export const stamped = <Record extends Stamp, Fields>(
  fields: Fields,
  id: string,
  username: string,
  at: Date,
): Record =>
  ({
    ...fields,
    ...{ id, revision: 1, createdBy: username, createdAt: at, updatedBy: username, updatedAt: at },
  }) as never;

/** The state that is kept for ever. */
export function revisionOf({
  kind,
  record,
  change,
  fields,
  reason,
  ids,
}: {
  readonly kind: RecordKind;
  readonly record: Stamp & { readonly tester?: string | null };
  readonly change: RecordChange;
  readonly fields: readonly string[];
  readonly reason: string | null;
  readonly ids: IdGenerator;
}): RecordRevisionRecord {
  const { tester, createdBy: _by, updatedBy: _updatedBy, updatedAt: _at, ...kept } = record;
  return {
    id: ids.next(),
    kind,
    recordId: record.id,
    revision: record.revision,
    change,
    fields,
    record: toJsonNames(kept),
    reason,
    tester: tester ?? null,
    changedBy: record.updatedBy,
    changedAt: record.updatedAt,
  };
}

/** Names of the fields that have a value, as the API calls them. */
export const filled = (fields: object): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name]) => snakeCase(name));

const differing = (before: object, after: object): string[] =>
  Object.entries(after)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify((before as never)[name]))
    .map(([name]) => name);

function actionOf(kind: RecordKind, change: RecordChange): AuditAction {
  return `${kind}.${change}` as AuditAction;
}
