import {
  createStudyUseCases,
  type Store,
  type StudyRecord,
  type StudySpecimen,
  type StudyUseCases,
  toDeepJsonNames,
  toJsonNames,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { describeAgreement } from '../calculate/calculate-agreement.ts';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator, seriesNamed } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

const pageSize = 200;
const mostSpecimens = 500;
const print = (line: string) => process.stdout.write(`${line}\n`);

const withStudies = <T>(config: Config, work: (studies: StudyUseCases, store: Store) => Promise<T>) =>
  withStore(config, (store) => work(createStudyUseCases({ store, clock: systemClock, ids: uuidV7 }), store));

/** @throws CommandFailure */
export async function studyNamed(store: Store, name: string): Promise<StudyRecord> {
  const found = await store.rows.laboratory.studies.findByName(name.trim().normalize('NFC'));
  if (found === null) throw new CommandFailure(`There is no study ${name}.`);
  return found;
}

/** `mlmcsc study list`. */
export const listStudies = (config: Config, { json = false }: { json?: boolean }): Promise<void> =>
  withStudies(config, async (studies) => {
    let cursor: string | undefined;
    do {
      const page = await studies.list({}, { cursor, limit: pageSize });
      for (const study of page.items) print(json ? JSON.stringify(toJsonNames(study)) : lineOf(study));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });

const lineOf = ({ name, repeats, closedAt }: StudyRecord) =>
  `${name}  ${repeats === 1 ? 'once' : `${repeats} times`}  ${closedAt === null ? 'open' : 'closed'}`;

interface NewStudyTold {
  readonly readers: readonly string[];
  readonly specimens?: readonly string[];
  readonly series?: string;
  readonly repeats: number;
  readonly threshold: number;
  readonly model: boolean;
  readonly seed?: number;
}

/** `mlmcsc study create`. */
export const createStudy = (config: Config, name: string, told: NewStudyTold): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const made = await studies.create(
      {
        ...{ name, notes: null, specimenIds: await specimenIdsOf(store, told), readers: told.readers },
        ...{ repeats: told.repeats, disagreementThreshold: told.threshold },
        ...{ includesModel: told.model, seed: told.seed ?? null },
      },
      operator,
    );
    print(`${made.id}  ${made.name}  seed ${made.seed}`);
  });

async function specimenIdsOf(
  store: Store,
  { specimens = [], series }: Pick<NewStudyTold, 'specimens' | 'series'>,
): Promise<readonly string[]> {
  const rows = store.rows.laboratory.specimens;
  const ofSeries =
    series === undefined ? [] : await rows.ofSeries((await seriesNamed(store, series)).id, mostSpecimens);
  const named = await Promise.all(
    specimens.map(async (identifier) => {
      const found = await rows.findByName(identifier);
      if (found === null) throw new CommandFailure(`There is no specimen ${identifier}.`);
      return found;
    }),
  );
  const ids = [...new Set([...ofSeries, ...named].map(({ id }) => id))];
  if (ids.length > 0) return ids;
  throw new CommandFailure('Name specimens with --specimens or --series.', exitCodes.usage);
}

/** `mlmcsc study show`: how far everybody is. */
export const showStudy = (
  config: Config,
  name: string,
  { json = false }: { json?: boolean },
): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const { id } = await studyNamed(store, name);
    const progress = await studies.progress(id);
    if (json) {
      const { study, ...rest } = progress;
      return void print(JSON.stringify({ study: toJsonNames(study), ...(toDeepJsonNames(rest) as object) }));
    }
    print(`${lineOf(progress.study)}  ${progress.specimens} specimens`);
    for (const { reader, given, wanted } of progress.readers) print(`  ${reader}  ${given} of ${wanted}`);
  });

/** `mlmcsc study specimens`: what may be shown of each. */
export const listStudySpecimens = (
  config: Config,
  name: string,
  { json = false }: { json?: boolean },
): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const { id } = await studyNamed(store, name);
    for (const one of await studies.specimens(id)) {
      print(json ? JSON.stringify(jsonOf(one)) : textOf(one));
    }
  });

const jsonOf = ({ specimen, given, wanted, revealed }: StudySpecimen) =>
  toDeepJsonNames({ ...specimen, given, wanted, revealed });

function textOf({ specimen: { identifier }, given, wanted, revealed }: StudySpecimen): string {
  if (revealed === null) return `${identifier}  ${given} of ${wanted} readings`;
  const { value, spread, isDisputed, adjudications } = revealed;
  const shown = value === null ? '–' : `${value.toFixed(1)} %`;
  const state = isDisputed ? (adjudications.length > 0 ? 'decided' : 'to be decided') : 'agreed';
  return `${identifier}  ${shown}  spread ${spread?.toFixed(1) ?? '–'}  ${state}`;
}

/** `mlmcsc study results`. */
export const showStudyResults = (
  config: Config,
  name: string,
  { json = false }: { json?: boolean },
): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const { id } = await studyNamed(store, name);
    const results = await studies.results(id);
    if (json) return void print(JSON.stringify(toDeepJsonNames(results)));
    for (const line of describeAgreement(results.people).lines) print(line);
    if (results.withModel !== null) {
      print('with the model as one more reader:');
      for (const line of describeAgreement(results.withModel).lines) print(`  ${line}`);
    }
    print(`${results.disputed} disputed, ${results.adjudicated} of them decided`);
    for (const one of results.shortcomings) print(`note: ${one.replaceAll('-', ' ')}`);
  });

/** `mlmcsc study decide`. */
export const decideStudySpecimen = (
  config: Config,
  name: string,
  identifier: string,
  percent: number,
  { reason }: { reason: string },
): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const { id: studyId } = await studyNamed(store, name);
    const specimen = await store.rows.laboratory.specimens.findByName(identifier);
    if (specimen === null) throw new CommandFailure(`There is no specimen ${identifier}.`);
    const request = { studyId, specimenId: specimen.id, percent, reason, by: operator };
    print(textOf(await studies.adjudicate(request)));
  });

/** `mlmcsc study close`. */
export const closeStudy = (config: Config, name: string, { reason }: { reason: string }): Promise<void> =>
  withStudies(config, async (studies, store) => {
    const { id } = await studyNamed(store, name);
    print(lineOf(await studies.close(id, reason, operator)));
  });
