import { updateFactorInPlace } from '../matrix/cholesky.ts';
import type { AnsweredLabel } from './answered-label.ts';
import { evidenceItem } from './evidence-item.ts';
import type { HeadPosterior } from './head-posterior.ts';
import { factorisePrecision, posteriorFrom, posteriorOf } from './head-posterior.ts';
import type { GrowingEvidence } from './label-evidence.ts';
import { addItemInPlace, copyEvidence, fadeInPlace } from './label-evidence.ts';
import type { LabelledSample } from './labelled-sample.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import type { Lesson, Lessons } from './lessons.ts';
import { headInput, predictFromPosterior } from './predict.ts';
import type { UpdateStrategy } from './strategy.ts';
import { fadingStep } from './strategy.ts';
import type { TechnicianWeights } from './technician-weights.ts';

/** A head in the middle of a run of labels. It keeps the factor of its precision up to date by one rotation a label, so a
 * label costs about 3·d² multiply-adds and no factorisation. It starts from the factorised head, never from another run's
 * factor: a stored and reloaded model therefore continues bit for bit.
 */
export class LearningHead {
  readonly #start: LaboratoryHead;
  readonly #strategy: UpdateStrategy;
  readonly #technicianWeights: TechnicianWeights | undefined;
  readonly #evidence: GrowingEvidence;
  readonly #learned: { readonly lesson: Lesson; readonly fadesBefore: number }[] = [];
  #fades = 0;
  #posterior: HeadPosterior;
  #ownsFactor = false;

  constructor(head: LaboratoryHead, strategy: UpdateStrategy, technicianWeights?: TechnicianWeights) {
    this.#start = head;
    this.#strategy = strategy;
    this.#technicianWeights = technicianWeights;
    this.#evidence = copyEvidence(head.evidence);
    this.#posterior = posteriorOf(head);
  }

  /** Answers a label's specimen as things stand, without learning. */
  answer(label: LabelledSample): AnsweredLabel {
    const input = headInput(this.#start, label.features);
    return { label, input, prediction: predictFromPosterior(this.#posterior, input) };
  }

  /** Learns one batch of labels that were all answered as things stand. */
  learn(batch: readonly AnsweredLabel[]): void {
    const { noiseVariance } = this.#posterior;
    const { robustness } = this.#strategy;
    const lessons = batch.map((one): Lesson => {
      const item = evidenceItem(one, noiseVariance, robustness, this.#technicianWeights);
      return { input: one.input, item };
    });
    const fadesBefore = this.#fades;
    for (const lesson of lessons) this.#addToEvidence(lesson);
    const hasFaded = this.#fades > fadesBefore;
    // d/6 rotations cost as much as one factorisation.
    const isCheaperAnew = 6 * lessons.length > this.#evidence.moment.length;
    this.#posterior = posteriorFrom(
      this.#start.prior,
      this.#evidence,
      hasFaded || isCheaperAnew
        ? factorisePrecision(this.#start.prior, this.#evidence)
        : this.#rotatedFactor(lessons),
    );
    this.#ownsFactor = true;
  }

  /** The head as it stands; later labels do not change it. */
  toHead(): LaboratoryHead {
    return { ...this.#start, evidence: copyEvidence(this.#evidence) };
  }

  /** What each label of this run still counts. */
  lessons(): Lessons {
    const step = this.#strategy.forgetting ** fadingStep;
    const before = copyEvidence(this.#start.evidence);
    if (this.#fades > 0) fadeInPlace(before, step ** this.#fades);
    const lessons = this.#learned.map(({ lesson: { input, item }, fadesBefore }) => {
      const left = step ** (this.#fades - fadesBefore);
      return { input, item: { ...item, weight: left * item.weight } };
    });
    return { before, lessons };
  }

  #addToEvidence(lesson: Lesson): void {
    const { forgetting } = this.#strategy;
    const isFadingDue = this.#evidence.count > 0 && this.#evidence.count % fadingStep === 0;
    if (forgetting !== 1 && isFadingDue) {
      fadeInPlace(this.#evidence, forgetting ** fadingStep);
      this.#fades++;
    }
    addItemInPlace(this.#evidence, lesson.item);
    this.#learned.push({ lesson, fadesBefore: this.#fades });
  }

  #rotatedFactor(lessons: readonly Lesson[]): Float64Array {
    const factor = this.#ownsFactor ? this.#posterior.factor : Float64Array.from(this.#posterior.factor);
    for (const { item } of lessons) updateFactorInPlace(factor, item.input, item.weight);
    return factor;
  }
}
