import { InvalidInput } from '@mlmcsc/core';

/** Where the next page starts: after this row, newest first. */
export interface KeysetCursor {
  readonly at: Date;
  readonly id: string;
}

export function encodeCursor(cursor: KeysetCursor): string {
  return Buffer.from(JSON.stringify([cursor.at.toISOString(), cursor.id])).toString('base64url');
}

/** @throws InvalidInput `cursor-invalid` */
export function decodeCursor(text: string | undefined): KeysetCursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    const date = new Date(at as string);
    if (typeof id === 'string' && isUuid(id) && !Number.isNaN(date.getTime())) return { at: date, id };
  } catch {
    // Falls through: whatever it was, it is not a cursor of ours.
  }
  throw new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );
}

/** Whether PostgreSQL would take the text as a UUID; anything else names nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
