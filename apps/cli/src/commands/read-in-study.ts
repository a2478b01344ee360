import { writeFile } from 'node:fs/promises';
import { createStudyUseCases, objectKeyOf, type Store } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { identifyPerson, type PersonTold } from './identify-person.ts';
import { studyNamed } from './study.ts';
import { withStore } from './with-store.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const studiesOf = (store: Store) => createStudyUseCases({ store, clock: systemClock, ids: uuidV7 });

/** `mlmcsc study next`: the picture that a reader has to read, without its specimen. */
export async function saveNextPicture(
  config: Config,
  name: string,
  { out, ...person }: PersonTold & { readonly out: string },
): Promise<void> {
  const { username } = await identifyPerson(config, person, 'technician');
  await withStore(config, async (store) => {
    const { id } = await studyNamed(store, name);
    const { reading, given, wanted } = await studiesOf(store).next(id, username);
    if (reading === null) return print(`${given} of ${wanted} read: nothing is left`);
    const image = await store.rows.images.find(reading.imageId);
    if (image === null) throw new CommandFailure('The picture is not there any more.');
    const objects = await openObjectStore(config);
    try {
      await writeFile(out, await objects.get(objectKeyOf(image.sha256)));
    } finally {
      await objects.close();
    }
    print(`${given} of ${wanted} read; the next picture is ${out}`);
  });
}

/** `mlmcsc study read`: gives the reading that is next; it cannot be changed afterwards. */
export async function giveReading(
  config: Config,
  name: string,
  percent: number,
  person: PersonTold,
): Promise<void> {
  const { username: reader } = await identifyPerson(config, person, 'technician');
  await withStore(config, async (store) => {
    const { id: studyId } = await studyNamed(store, name);
    const studies = studiesOf(store);
    const { reading } = await studies.next(studyId, reader);
    if (reading === null) throw new CommandFailure(`${reader} has nothing left to read in ${name}.`);
    await studies.give({ studyId, readingId: reading.id, percent, reader });
    const { given, wanted } = await studies.next(studyId, reader);
    print(`${given} of ${wanted} read`);
  });
}
