import type { ImageRecord } from '../domain/records.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { assertSpecimenKnown, linkAtCapture } from '../laboratory/link-at-capture.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { Rows, Store } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import type { ImageContext, UseCases } from './use-cases.ts';

const displaySidePx = 2048;
const thumbnailSidePx = 320;
const longestText = 100;

/** Pictures in, bytes out. */
export function createImageUseCases(
  dependencies: Dependencies,
): Pick<UseCases, 'uploadImage' | 'getImage' | 'readObject'> {
  const { store, objects, codec, cache, clock, ids, unknownSpecimens = 'keep' } = dependencies;
  const link = (rows: Rows, image: ImageRecord, told: Told, username: string) =>
    linkAtCapture({ rows, clock, ids }, image, told, unknownSpecimens, username);
  return {
    async uploadImage({ bytes, fileName, context, username }) {
      const told = checkContext(context ?? {});
      const known = await findStored(dependencies, bytes);
      await assertSpecimenKnown(store.rows, told.specimen, unknownSpecimens);
      if (known !== null) {
        if (told.specimen !== null) await store.transaction((rows) => link(rows, known, told, username));
        return { image: known, created: false };
      }
      const info = await codec.inspect(bytes);
      // Objects first: a row never points at nothing. Without its row an object is merely unused.
      const display = await codec.encodeRendition(bytes, 'jpeg', displaySidePx);
      const thumbnail = await codec.encodeRendition(display, 'webp', thumbnailSidePx);
      const [original, displayObject, thumbnailObject] = await Promise.all([
        objects.put(bytes),
        objects.put(display),
        objects.put(thumbnail),
      ]);
      const image = {
        id: ids.next(),
        sha256: original.sha256,
        fileName: cleanFileName(fileName),
        mediaType: info.mediaType,
        sizeBytes: original.sizeBytes,
        widthPx: info.widthPx,
        heightPx: info.heightPx,
        displayKey: displayObject.key,
        thumbnailKey: thumbnailObject.key,
        ...told,
        uploadedBy: username,
        uploadedAt: clock.now(),
      };
      return store.transaction(async (rows) => {
        const stored = await insertOrBringBack(rows, image, username);
        if (told.specimen !== null) await link(rows, stored.image, told, username);
        return stored;
      });
    },
    getImage: (id) => findImage(dependencies, id),
    readObject: (key) =>
      cache.remember(
        `object:${key}`,
        () => objects.get(key),
        (bytes) => bytes.length,
      ),
  };
}

/** The picture that these bytes are, when nothing of it is missing: it is neither decoded nor encoded again. */
async function findStored(
  { store, objects, clock }: Pick<Dependencies, 'store' | 'objects' | 'clock'>,
  bytes: Uint8Array,
): Promise<ImageRecord | null> {
  // Off the event loop: a large picture would hold up everybody else.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const image = await store.rows.images.findBySha256(Buffer.from(digest).toString('hex'));
  if (image === null || image.picturesRemovedAt != null) return null;
  const keys = [objectKeyOf(image.sha256), image.displayKey, image.thumbnailKey];
  const found = await Promise.all(keys.map((key) => objects.head(key)));
  if (found.includes(null)) return null;
  // Asked for again, it is kept longer; false: it was removed in this very moment.
  return (await store.rows.images.touch(image.id, clock.now())) ? image : null;
}

/** A new row, or the one that is there: pictures that were removed from it, or lost, are there again. */
async function insertOrBringBack(
  rows: Rows,
  given: ImageRecord,
  username: string,
): Promise<{ image: ImageRecord; created: boolean }> {
  const { image, created } = await rows.images.insertOrFind(given);
  if (created) return { image, created };
  const { displayKey, thumbnailKey, uploadedAt } = given;
  const removal = await rows.images.bringBack(image.id, { displayKey, thumbnailKey }, uploadedAt);
  if (removal !== null) {
    await rows.audit.append({
      action: 'image.brought-back',
      actor: username,
      subject: { kind: 'image', id: image.id },
      details: { policy: removal.policy, removed_at: removal.at.toISOString() },
    });
  }
  const there = { picturesRemovedAt: null, picturesRemovedBy: null };
  return { image: { ...image, displayKey, thumbnailKey, ...there }, created };
}

/** @throws NotFound `image-not-found` */
export async function findImage(
  { store }: { readonly store: Pick<Store, 'rows'> },
  id: string,
): Promise<ImageRecord> {
  const image = await store.rows.images.find(id);
  if (image === null) throw new NotFound('image-not-found', `There is no image ${id}.`);
  return image;
}

/** A name to show; never a path. Control characters and folders are taken out. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const printable = [...last.normalize('NFC')].filter((character) => !/\p{C}/u.test(character)).join('');
  const trimmed = printable.trim().slice(0, 200);
  return trimmed === '' ? 'picture' : trimmed;
}

type Told = Pick<ImageRecord, 'specimen' | 'heat' | 'widthMm' | 'pxPerMm'> & { readonly half: 1 | 2 | null };

/** @throws InvalidInput `context-invalid` */
function checkContext(context: ImageContext): Told {
  return {
    specimen: checkText('specimen', context.specimen),
    heat: checkText('heat', context.heat),
    half: context.half ?? null,
    widthMm: checkNumber('width_mm', context.widthMm, 1, 30),
    pxPerMm: checkNumber('px_per_mm', context.pxPerMm, Number.MIN_VALUE, 10_000),
  };
}

function checkText(name: string, value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (text.length > longestText) {
    throw new InvalidInput('context-invalid', `${name} must have at most ${longestText} characters.`);
  }
  return text;
}

function checkNumber(
  name: string,
  value: number | null | undefined,
  low: number,
  high: number,
): number | null {
  if (value === null || value === undefined) return null;
  if (!(value >= low && value <= high)) {
    const range = low === Number.MIN_VALUE ? `above 0 and at most ${high}` : `from ${low} to ${high}`;
    throw new InvalidInput('context-invalid', `${name} must be ${range}.`);
  }
  return value;
}
