import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ImageCodec } from '../../ports/image-codec.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Store } from '../../ports/store.ts';
import type { LetterheadRecord, Logo } from './letterhead-records.ts';

export interface LetterheadChange {
  readonly name: string | null;
  readonly address: string | null;
  readonly accreditationNumber: string | null;
  /** The file of a new logo, PNG or JPEG; null takes it away, undefined leaves it. */
  readonly logo: Uint8Array | null | undefined;
  /** The revision that was read before; undefined: whatever is there. */
  readonly replaces: number | undefined;
  readonly username: string;
}

export type LetterheadUseCases = ReturnType<typeof createLetterheadUseCases>;

/** Twice what the widest place on paper needs at 300 dots an inch. */
const longestSidePx = 1200;
const mediaTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/** Name, address, accreditation number and logo of the laboratory, as reports carry them from now on. */
export function createLetterheadUseCases({
  store,
  objects,
  codec,
  clock,
}: {
  readonly store: Store;
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly codec: Pick<ImageCodec, 'inspect' | 'encodeLogo'>;
  readonly clock: Clock;
}) {
  /** Decoded and written anew, so that nothing but the picture itself gets into reports. */
  const storeLogo = async (file: Uint8Array): Promise<Logo> => {
    const { mediaType } = await codec.inspect(file);
    if (!mediaTypes.has(mediaType)) {
      throw new InvalidInput('logo-type-unsupported', `A logo is PNG or JPEG; this file is ${mediaType}.`);
    }
    const { bytes, widthPx, heightPx } = await codec.encodeLogo(file, longestSidePx);
    const { sha256 } = await objects.put(bytes);
    return { sha256, widthPx, heightPx };
  };
  const get = () => store.rows.laboratory.letterheads.current();
  return {
    get,
    /** The logo that is in force, PNG. @throws NotFound `logo-not-found | object-not-found` */
    async logo(): Promise<{ readonly sha256: string; readonly bytes: Uint8Array }> {
      const { logo } = await get();
      if (logo === null) throw new NotFound('logo-not-found', 'The letterhead has no logo.');
      return { sha256: logo.sha256, bytes: await objects.get(objectKeyOf(logo.sha256)) };
    },
    /** Reports that were written down before keep theirs.
     * @throws InvalidInput `logo-type-unsupported`; Unprocessable as `ImageCodec.inspect`; Conflict `precondition-failed`
     */
    async change({ logo: file, replaces, username, ...texts }: LetterheadChange): Promise<LetterheadRecord> {
      const given = file === undefined || file === null ? file : await storeLogo(file);
      return store.transaction(async (rows) => {
        const { letterheads } = rows.laboratory;
        const before = await letterheads.current();
        if (replaces !== undefined && before.revision !== replaces) throw changedMeanwhile();
        const record = {
          ...{ name: textOf(texts.name), address: textOf(texts.address) },
          accreditationNumber: textOf(texts.accreditationNumber),
          logo: given === undefined ? before.logo : given,
          ...{ revision: before.revision + 1, changedBy: username, changedAt: clock.now() },
        };
        if (!(await letterheads.append(record))) throw changedMeanwhile();
        await rows.audit.append({
          action: 'letterhead.changed',
          actor: username,
          subject: { kind: 'letterhead', id: String(record.revision) },
          details: {
            ...{ name: record.name, address: record.address },
            ...{ accreditation_number: record.accreditationNumber, logo: record.logo?.sha256 ?? null },
          },
        });
        return record;
      });
    },
  };
}

/** Lines without blanks at their ends; nothing at all is null. */
function textOf(text: string | null): string | null {
  const lines = (text ?? '')
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const whole = lines.join('\n').trim();
  return whole === '' ? null : whole;
}

const changedMeanwhile = () =>
  new Conflict('precondition-failed', 'The letterhead was changed meanwhile. Read it again.');
