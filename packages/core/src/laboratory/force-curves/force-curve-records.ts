import type { EnergyAgreement, ForceCurveReading, ShearPlausibility } from '@mlmcsc/charpy';
import type { ForceColumn, ForceUnits } from './parse-force-curve.ts';

/** What was told with a file. */
export interface ForceCurveSettings {
  readonly units: ForceUnits;
  /** v0, m/s; needed where the file has no displacement. */
  readonly impactVelocityMs: number | null;
  /** Effective mass, kg; null: from the energy of the machine, or not needed. */
  readonly pendulumMassKg: number | null;
  /** Forces that somebody read off, N; null: found. */
  readonly generalYieldN: number | null;
  readonly maximumN: number | null;
  readonly unstableInitiationN: number | null;
  readonly arrestN: number | null;
  /** There was no unstable fracture, whatever the curve looks like. */
  readonly hasNoUnstableFracture: boolean;
}

/** What a file told when it was attached. */
export interface ForceCurveFindings {
  /** Of the method that found the forces. */
  readonly methodVersion: string;
  readonly columns: readonly {
    readonly header: string;
    readonly holds: ForceColumn;
    readonly unit: string;
  }[];
  readonly samples: number;
  /** Whether the displacement was recorded, or follows from the time. */
  readonly displacementFrom: 'record' | 'time';
  /** Used for it, kg; null with a recorded displacement. */
  readonly pendulumMassKg: number | null;
  readonly reading: ForceCurveReading;
  /** The line of the picture: some hundred points, among them the extremes. */
  readonly line: { readonly displacementMm: readonly number[]; readonly forceN: readonly number[] };
}

export interface ForceCurveRecord {
  readonly specimenId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly settings: ForceCurveSettings;
  readonly findings: ForceCurveFindings;
  readonly attachedBy: string;
  readonly attachedAt: Date;
}

/** A file that was attached once; it stays when its curve is replaced or taken off. */
export type ForceCurveFile = Omit<ForceCurveRecord, 'findings'>;

/** A file that was attached, and whether it is the curve that the specimen has now. */
export interface AttachedForceFile extends ForceCurveFile {
  readonly isCurrent: boolean;
}

/** A curve with what it says about the values of its specimen as they are now. */
export interface ForceCurveView {
  readonly record: ForceCurveRecord;
  readonly identifier: string;
  readonly shear: ShearPlausibility;
  readonly energy: EnergyAgreement;
}

export interface ForceCurveRows {
  find(specimenId: string): Promise<ForceCurveRecord | null>;
  /** Sets or replaces the curve of a specimen. */
  put(record: ForceCurveRecord): Promise<void>;
  /** @returns whether there was one */
  remove(specimenId: string): Promise<boolean>;
  /** Every file that was attached to a specimen, newest first; at most `limit`. */
  files(specimenId: string, limit: number): Promise<readonly ForceCurveFile[]>;
  /** The newest one with this digest. */
  findFile(specimenId: string, sha256: string): Promise<ForceCurveFile | null>;
  /** Of the specimens of a series, coldest first, then by identifier; at most `limit`. */
  ofSeries(seriesId: string, limit: number): Promise<readonly ForceCurveRecord[]>;
}
