import type {
  AcceptanceRule,
  EnteredEnergyValue,
  EnteredTemperatureValue,
  LateralExpansionValue,
  RoundingRule,
  SeriesStatus,
  ShearValue,
  TestStandard,
} from '@mlmcsc/contracts';

/** Who keeps a record and how often it was changed. */
export interface Stamp {
  readonly id: string;
  /** Grows by one with every change. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

export interface HeatFields {
  readonly name: string;
  readonly grade: string | null;
  readonly product: string | null;
  readonly thicknessMm: number | null;
  readonly notes: string | null;
}
export type HeatRecord = Stamp & HeatFields;

export interface TestMachineFields {
  readonly name: string;
  readonly maker: string | null;
  readonly serialNumber: string | null;
  readonly capacityJ: number;
  readonly strikerMm: 2 | 8;
  /** Calendar days, YYYY-MM-DD. */
  readonly verifiedOn: string | null;
  readonly verificationDueOn: string | null;
  readonly isRetired: boolean;
  readonly notes: string | null;
}
export type TestMachineRecord = Stamp & TestMachineFields;

export interface SeriesFields {
  readonly name: string;
  readonly client: string | null;
  readonly project: string | null;
  readonly heatId: string | null;
  readonly machineId: string | null;
  readonly standard: TestStandard;
  readonly edition: string | null;
  readonly notch: 'V' | 'U' | 'none';
  readonly orientation: string | null;
  readonly location: string | null;
  readonly acceptance: AcceptanceRule | null;
  readonly rounding: RoundingRule;
  readonly status: SeriesStatus;
  readonly notes: string | null;
}
export type SeriesRecord = Stamp & SeriesFields;

export interface SpecimenFields {
  readonly identifier: string;
  readonly seriesId: string | null;
  readonly heatId: string | null;
  readonly machineId: string | null;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly notchDepthMm: number;
  /** As entered; `temperatureCelsius` is calculated with. */
  readonly temperature: EnteredTemperatureValue | null;
  readonly temperatureCelsius: number | null;
  readonly energy: EnteredEnergyValue | null;
  readonly energyJ: number | null;
  readonly lateralExpansion: LateralExpansionValue | null;
  readonly shear: ShearValue | null;
  readonly isUnbroken: boolean;
  readonly abnormality: string | null;
  readonly tester: string | null;
  readonly testedAt: Date | null;
  readonly importId: string | null;
  readonly notes: string | null;
}
export type SpecimenRecord = Stamp & SpecimenFields;

/** Which record a revision belongs to. */
export type RecordKind = 'heat' | 'test-machine' | 'series' | 'specimen';
export type RecordChange =
  | 'created'
  | 'changed'
  | 'deleted'
  | 'picture-linked'
  | 'picture-unlinked'
  | 'curve-attached'
  | 'curve-removed';

/** A state that a record once had. */
export interface RecordRevisionRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly revision: number;
  readonly change: RecordChange;
  /** Fields that got another value, by their names in the API. */
  readonly fields: readonly string[];
  /** All fields as they were afterwards, by their names in the API; without names of people. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly tester: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A picture that belongs to a specimen. */
export interface SpecimenPictureRecord {
  readonly imageId: string;
  readonly specimenId: string;
  readonly half: 1 | 2 | null;
  readonly linkedBy: string;
  readonly linkedAt: Date;
}

/** A list of specimens that was read in. */
export interface SpecimenImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly specimens: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}
