import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AttachForceCurveRequest, ForceCurve } from '@mlmcsc/contracts';
import {
  createForceCurveUseCases,
  createLaboratoryUseCases,
  DomainError,
  type ForceCurveUseCases,
  forceCurveSettingsOf,
  presentForceCurve,
  presentForceCurveFile,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

export interface AttachOptions {
  readonly impactVelocity?: number;
  readonly pendulumMass?: number;
  readonly generalYield?: number;
  readonly maximum?: number;
  readonly unstableInitiation?: number;
  readonly arrest?: number;
  /** False with `--no-unstable-fracture`. */
  readonly unstableFracture?: boolean;
  readonly unit?: NonNullable<AttachForceCurveRequest['units']>;
  readonly json?: boolean;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Force curves and the id of a specimen by its identifier. */
const withForceCurves = <T>(
  config: Config,
  identifier: string,
  work: (curves: ForceCurveUseCases, specimenId: string) => Promise<T>,
): Promise<T> =>
  withStore(config, async (store) => {
    const found = await store.rows.laboratory.specimens.findByName(identifier.trim().normalize('NFC'));
    if (found === null) throw new CommandFailure(`There is no specimen ${identifier}.`);
    const objects = await openObjectStore(config);
    try {
      const laboratory = createLaboratoryUseCases({ store, clock: systemClock, ids: uuidV7 });
      return await work(
        createForceCurveUseCases({ store, objects, clock: systemClock, laboratory }),
        found.id,
      );
    } finally {
      await objects.close();
    }
  });

/** `mlmcsc force-curve attach`. */
export async function attachForceCurve(
  config: Config,
  identifier: string,
  file: string,
  options: AttachOptions,
): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${file} cannot be read (${error.code}).`, exitCodes.usage);
  });
  await withForceCurves(config, identifier, async (curves, specimenId) => {
    const view = await curves
      .attach({
        ...{ specimenId, fileName: basename(file), bytes, username: operator, mayCorrect: true },
        settings: forceCurveSettingsOf(toldBy(options)),
      })
      .catch(listFaults);
    show(presentForceCurve(view), options.json);
  });
}

function toldBy({ impactVelocity, pendulumMass, unit, unstableFracture, ...forces }: AttachOptions) {
  const given = {
    ...(forces.generalYield === undefined ? {} : { general_yield_n: forces.generalYield }),
    ...(forces.maximum === undefined ? {} : { maximum_n: forces.maximum }),
    ...(forces.unstableInitiation === undefined ? {} : { unstable_initiation_n: forces.unstableInitiation }),
    ...(forces.arrest === undefined ? {} : { arrest_n: forces.arrest }),
    ...(unstableFracture === false ? { has_unstable_fracture: false as const } : {}),
  };
  return {
    ...(impactVelocity === undefined ? {} : { impact_velocity_m_s: impactVelocity }),
    ...(pendulumMass === undefined ? {} : { pendulum_mass_kg: pendulumMass }),
    ...(unit === undefined ? {} : { units: unit }),
    forces: given,
  };
}

/** Every fault of the file on the error stream, then the failure itself. */
function listFaults(error: unknown): never {
  if (error instanceof DomainError && (error.faults?.length ?? 0) > 1) {
    for (const { detail, pointer } of error.faults ?? []) {
      process.stderr.write(`line ${pointer.split('/').at(-1)}: ${detail}\n`);
    }
  }
  throw error;
}

/** `mlmcsc force-curve show`. */
export const showForceCurve = (
  config: Config,
  identifier: string,
  { json }: { readonly json?: boolean },
): Promise<void> =>
  withForceCurves(config, identifier, async (curves, id) =>
    show(presentForceCurve(await curves.get(id)), json),
  );

/** `mlmcsc force-curve files`: every file that was attached, newest first. */
export const listForceCurveFiles = (
  config: Config,
  identifier: string,
  { json = false }: { readonly json?: boolean },
): Promise<void> =>
  withForceCurves(config, identifier, async (curves, id) => {
    for (const file of (await curves.files(id)).map(presentForceCurveFile)) {
      const { attached_at: at, attached_by: by, sha256, file_name: name, is_current: isCurrent } = file;
      print(
        json
          ? JSON.stringify(file)
          : `${sha256.slice(0, 12)}  ${at}  ${by}  ${name}${isCurrent ? '  (the curve now)' : ''}`,
      );
    }
  });

/** `mlmcsc force-curve download`: a new file; one that is there stays as it is. */
export const downloadForceCurve = (
  config: Config,
  identifier: string,
  { sha256: wanted, out }: { readonly sha256?: string; readonly out?: string },
): Promise<void> =>
  withForceCurves(config, identifier, async (curves, id) => {
    const all = await curves.files(id);
    const found = all.find(({ sha256, isCurrent }) =>
      wanted === undefined ? isCurrent : sha256.startsWith(wanted.toLowerCase()),
    );
    if (found === undefined) {
      throw new CommandFailure(
        wanted === undefined
          ? `${identifier} has no force curve now; choose an earlier file by --sha256.`
          : `${identifier} never had a force curve whose digest begins with ${wanted}.`,
      );
    }
    const { bytes } = await curves.file(id, found.sha256);
    const path = out ?? found.fileName;
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(`${path} cannot be written (${error.code}).`);
    });
    print(path);
  });

/** `mlmcsc force-curve remove`. */
export const removeForceCurve = (config: Config, identifier: string): Promise<void> =>
  withForceCurves(config, identifier, async (curves, id) => {
    await curves.remove(id, operator);
    print(`${identifier}: no force curve any more`);
  });

function show(curve: ForceCurve, json = false): void {
  if (json) {
    print(JSON.stringify(curve));
    return;
  }
  print(`${curve.identifier}  ${curve.file_name}  ${curve.samples} samples  ${curve.sha256.slice(0, 12)}`);
  const forces = [
    ['Fgy', curve.has_yielded ? curve.general_yield : null],
    ['Fm', curve.maximum],
    ['Fiu', curve.unstable_initiation],
    ['Fa', curve.arrest],
  ] as const;
  for (const [name, force] of forces) print(`  ${name.padEnd(4)}${force === null ? '–' : forceText(force)}`);
  print(`  energy ${curve.energy_j.toFixed(1)} J, ${curve.energy_at_maximum_j.toFixed(1)} J to Fm`);
  const { estimates_percent: estimates, deviations_percent: deviations } = curve;
  const named = [
    ['1', estimates.maximum_force, deviations.maximum_force],
    ['2', estimates.maximum_force_and_hardening, deviations.maximum_force_and_hardening],
    ['3', estimates.maximum_force_and_half_hardening, deviations.maximum_force_and_half_hardening],
    ['4', estimates.square_root, deviations.square_root],
  ] as const;
  print(
    `  shear estimates ${named.map(([name, value, deviation]) => `${name}: ${value.toFixed(1)} ± ${deviation.toFixed(1)} %`).join('  ')}`,
  );
  print(`  shear ${curve.shear.verdict}: ${curve.shear.detail}`);
  print(`  energy ${curve.energy.verdict}: ${curve.energy.detail}`);
}

const forceText = ({ force_n: force, displacement_mm: at, deviation_n: deviation }: ForceCurve['maximum']) =>
  `${(force / 1000).toFixed(2)} kN${deviation === null ? ', given' : ` ± ${(deviation / 1000).toFixed(2)} at ${at?.toFixed(2)} mm`}`;
