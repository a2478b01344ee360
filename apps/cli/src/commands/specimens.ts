import { ChangeSpecimenRequest, CreateSpecimenRequest } from '@mlmcsc/contracts';
import { type SpecimenRecord, toJsonNames } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure } from '../console/command-failure.ts';
import { checkFields, operator, seriesNamed, withLaboratory } from './with-laboratory.ts';

const pageSize = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** One specimen for people: values unrounded, in the units that are calculated with. */
export function specimenLine(specimen: SpecimenRecord): string {
  const { identifier, temperatureCelsius, energyJ, lateralExpansion, shear } = specimen;
  const values = [
    temperatureCelsius === null ? null : `${temperatureCelsius} °C`,
    energyJ === null ? null : `${energyJ} J`,
    lateralExpansion?.mm == null ? null : `${lateralExpansion.mm} mm`,
    shear === null ? null : `${shear.percent} % shear`,
  ];
  return [identifier, ...values.filter((value) => value !== null)].join('  ');
}

/** `mlmcsc specimens list`. */
export const listSpecimens = (
  config: Config,
  { series, text, json = false }: { series?: string; text?: string; json?: boolean },
): Promise<void> =>
  withLaboratory(config, async ({ specimens }, store) => {
    const seriesId = series === undefined ? undefined : (await seriesNamed(store, series)).id;
    let cursor: string | undefined;
    do {
      const page = await specimens.list({ seriesId, text }, { cursor, limit: pageSize });
      for (const one of page.items) print(json ? JSON.stringify(toJsonNames(one)) : specimenLine(one));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });

async function specimenNamed(
  {
    rows,
  }: { rows: { laboratory: { specimens: { findByName(name: string): Promise<SpecimenRecord | null> } } } },
  identifier: string,
): Promise<SpecimenRecord> {
  const found = await rows.laboratory.specimens.findByName(identifier.trim().normalize('NFC'));
  if (found === null) throw new CommandFailure(`There is no specimen ${identifier}.`);
  return found;
}

/** `mlmcsc specimens show`. */
export const showSpecimen = (config: Config, identifier: string): Promise<void> =>
  withLaboratory(config, async ({ specimens }, store) => {
    const { id } = await specimenNamed(store, identifier);
    const { specimen, energySymbol, pictures } = await specimens.details(id);
    const shown = pictures.map(({ link, image, analyses }) => ({
      ...{ image_id: image.id, file_name: image.fileName, half: link.half },
      shear_percent: analyses[0]?.label?.shearPercent ?? analyses[0]?.analysis.shearPercent ?? null,
    }));
    print(
      JSON.stringify(
        { specimen: toJsonNames(specimen), energy_symbol: energySymbol, pictures: shown },
        undefined,
        2,
      ),
    );
  });

/** `mlmcsc specimens create`. */
export const createSpecimen = (config: Config, fields: object): Promise<void> =>
  withLaboratory(config, async ({ specimens }) => {
    const entered = checkFields(CreateSpecimenRequest, fields);
    print(specimenLine(await specimens.create({ fields: entered, username: operator })));
  });

/** `mlmcsc specimens set`. */
export const changeSpecimen = (config: Config, identifier: string, fields: object): Promise<void> =>
  withLaboratory(config, async ({ specimens }, store) => {
    const { reason, ...change } = checkFields(ChangeSpecimenRequest, fields);
    const { id } = await specimenNamed(store, identifier);
    print(specimenLine(await specimens.change({ id, change, reason, username: operator, mayCorrect: true })));
  });
