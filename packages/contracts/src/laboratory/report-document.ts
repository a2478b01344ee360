import type { QualityFlag } from '../analysis.ts';
import type { Heat } from './heat.ts';
import type { Letterhead } from './letterhead.ts';
import type { AcceptanceVerdict, RoundingRule, Series } from './series.ts';
import type { SeriesCurve } from './series-curve.ts';
import type { LateralExpansionValue, ShearValue, Specimen } from './specimen.ts';
import type { TestMachine } from './test-machine.ts';

type WithoutPeople<Record> = Omit<Record, 'created_by' | 'updated_by'>;

/** What one analysis of a picture said, and the current label of it. */
export interface ReportedAnalysis {
  readonly id: string;
  readonly status: 'ok' | 'no-face' | 'poor';
  readonly reason: string | null;
  readonly flags: readonly QualityFlag[];
  readonly shear_percent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly interval_level: number;
  readonly analysed_at: string;
  readonly model_version: string;
  readonly model_digest: string;
  readonly pipeline_version: string;
  readonly label: {
    readonly id: string;
    readonly shear_percent: number;
    readonly decision: 'accepted' | 'corrected';
    /** Pseudonym. */
    readonly reader: string | null;
    readonly labelled_at: string;
  } | null;
}

export interface ReportedPicture {
  readonly image_id: string;
  readonly sha256: string;
  readonly media_type: string;
  readonly half: 1 | 2 | null;
  readonly file_name: string;
  readonly width_px: number;
  readonly height_px: number;
  /** Newest first. */
  readonly analyses: readonly ReportedAnalysis[];
}

/** Blind readings of a study that the reported percent shear comes from. People under pseudonyms. */
export interface ReportedBlindReading {
  readonly study_id: string;
  readonly study: string;
  /** Points between readers above which a reviewer decides. */
  readonly threshold: number;
  readonly mean: number | null;
  readonly spread: number | null;
  readonly readings: readonly {
    readonly reader: string | null;
    readonly repeat: number;
    readonly percent: number;
    readonly read_at: string;
  }[];
  readonly decision: {
    readonly percent: number;
    readonly reason: string;
    readonly decided_by: string | null;
    readonly decided_at: string;
  } | null;
}

export interface ReportedSpecimen
  extends Omit<WithoutPeople<Specimen>, 'tester' | 'lateral_expansion' | 'shear'> {
  /** Pseudonym. */
  readonly tester: string | null;
  readonly lateral_expansion: LateralExpansionValue | null;
  readonly shear: ShearValue | null;
  readonly energy_symbol: string;
  /** As the client's rounding prints them. */
  readonly reported: {
    readonly energy: string | null;
    readonly energy_unit: RoundingRule['energy_unit'];
    readonly lateral_expansion: string | null;
    readonly lateral_expansion_unit: RoundingRule['lateral_expansion_unit'];
    readonly shear_percent: string | null;
  };
  readonly blind_reading?: ReportedBlindReading | undefined;
  readonly pictures: readonly ReportedPicture[];
}

/** The document of a report. People stand in it under pseudonyms. */
export interface ReportDocument {
  readonly schema: 'mlmcsc.report/1';
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly made_at: string;
  readonly supersedes: {
    readonly report_id: string;
    readonly digest: string;
    readonly reason: string;
  } | null;
  /** The letterhead of the day; missing where there was none. */
  readonly laboratory?: Pick<Letterhead, 'name' | 'address' | 'accreditation_number' | 'logo'> | undefined;
  readonly series: WithoutPeople<Series>;
  readonly heats: readonly WithoutPeople<Heat>[];
  readonly machines: readonly WithoutPeople<TestMachine>[];
  readonly specimens: readonly ReportedSpecimen[];
  readonly acceptance: AcceptanceVerdict | null;
  readonly curves: readonly SeriesCurve[];
  readonly people: readonly string[];
}
