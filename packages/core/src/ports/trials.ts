import type { AnalysisStatus, ModelRecord, TrialRecord } from '../domain/records.ts';
import type { PageRequest, Slice } from './page.ts';

/** What one of the two models of a trial has still to say about an analysis of the other. */
export interface WaitingAnswer {
  readonly trialId: string;
  readonly analysisId: string;
  /** Which model is to answer. */
  readonly modelVersion: string;
  /** This one included. */
  readonly attempts: number;
}

/** What became of it. */
export type TrialAnswer =
  | {
      readonly status: AnalysisStatus;
      readonly shearPercent: number | null;
      readonly lower: number | null;
      readonly upper: number | null;
    }
  | { readonly status: 'failed'; readonly error: string };

/** One picture with what both models say. */
export interface TrialPair {
  /** Which model the technician's answer came from. */
  readonly answeredBy: 'champion' | 'challenger';
  /** The champion of that time. */
  readonly championVersion: string;
  readonly specimen: string | null;
  readonly imageSha256: string;
  readonly champion: { readonly status: AnalysisStatus; readonly shearPercent: number | null };
  readonly challenger: { readonly status: AnalysisStatus; readonly shearPercent: number | null };
  /** The current label of the analysis. */
  readonly labelPercent: number | null;
}

export interface TrialCounts {
  readonly waiting: number;
  readonly answered: number;
  readonly failed: number;
}

/** Trials and what the models that did not answer would have said. */
export interface TrialRows {
  /** @throws Conflict `trial-running` */
  insert(trial: TrialRecord): Promise<void>;
  find(id: string): Promise<TrialRecord | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Slice<TrialRecord>>;
  /** The one that has not ended, with its model. */
  running(): Promise<{ readonly trial: TrialRecord; readonly challenger: ModelRecord } | null>;
  /** Null when it has ended already. */
  end(
    id: string,
    how: { readonly by: string; readonly at: Date; readonly reason: string },
  ): Promise<TrialRecord | null>;
  /** Asks for the other model's answer to an analysis. */
  ask(wanted: {
    readonly trialId: string;
    readonly analysisId: string;
    readonly modelVersion: string;
    readonly at: Date;
  }): Promise<void>;
  /** At most `limit` that are due, longest first; nobody else is given them before `until`. */
  take(slots: {
    readonly at: Date;
    readonly until: Date;
    readonly limit: number;
  }): Promise<readonly WaitingAnswer[]>;
  settle(one: Pick<WaitingAnswer, 'trialId' | 'analysisId'>, answer: TrialAnswer, at: Date): Promise<void>;
  /** Is due again at that time. */
  postpone(one: Pick<WaitingAnswer, 'trialId' | 'analysisId'>, until: Date): Promise<void>;
  counts(trialId: string): Promise<TrialCounts>;
  /** Why answers failed, most frequent first. */
  failures(
    trialId: string,
    limit: number,
  ): Promise<readonly { readonly error: string; readonly count: number }[]>;
  /** All that both models have answered. */
  pairs(trialId: string): Promise<readonly TrialPair[]>;
}
