import type { PairedComparison } from '@mlmcsc/learning';
import type { TrialRecord } from '../../domain/records.ts';
import type { PageRequest, Slice } from '../../ports/store.ts';
import type { TrialCounts } from '../../ports/trials.ts';

/** What a trial has shown so far. */
export interface TrialComparison {
  readonly trial: TrialRecord;
  /** Answers of the model that did not answer the technician. */
  readonly answers: TrialCounts;
  /** Pictures whose technician got the challenger's answer. */
  readonly answeredByChallenger: number;
  /** Why answers failed, most frequent first. */
  readonly failures: readonly { readonly error: string; readonly count: number }[];
  /** Champions that it was compared with: learning may have changed them meanwhile. */
  readonly champions: readonly { readonly version: string; readonly pictures: number }[];
  /** Pictures to which one of them, or neither, gave a number. */
  readonly refused: { readonly both: number; readonly onlyChampion: number; readonly onlyChallenger: number };
  readonly comparison: PairedComparison;
}

/** A challenger beside the champion: computed and never shown, or answering a share of the specimens. */
export interface ModelTrials {
  /** @throws NotFound `model-not-found`; InvalidInput `trial-invalid | reason-missing`; NotAllowed `second-person-needed`;
   * Conflict `trial-running | already-champion | model-not-servable | gate-not-passed` */
  startTrial(request: {
    /** UUID for the trial: a repetition with the same one returns the trial that is there. @default a new one */
    readonly id?: string | null | undefined;
    readonly version: string;
    /** 0: a shadow; 1 to 50: the share of the specimens that it answers. */
    readonly percent: number;
    readonly reason: string;
    readonly username: string;
  }): Promise<TrialRecord>;
  /** @throws NotFound `trial-not-found`; Conflict `trial-ended`; InvalidInput `reason-missing` */
  endTrial(request: {
    readonly id: string;
    readonly reason: string;
    readonly username: string;
  }): Promise<TrialRecord>;
  /** Newest first. */
  listTrials(page: PageRequest): Promise<Slice<TrialRecord>>;
  /** @throws NotFound `trial-not-found` */
  getTrial(id: string): Promise<TrialRecord>;
  /** @throws NotFound `trial-not-found` */
  compareTrial(id: string): Promise<TrialComparison>;
  /** Worker side: computes some of the answers that wait. @returns how many it took */
  answerTrialPictures(request: { readonly signal: AbortSignal }): Promise<number>;
}
