/** One reading by a technician beside what else is known about the specimen. */
export interface TechnicianReading {
  readonly technician: string;
  /** Names the specimen (or picture) that was read. */
  readonly specimen: string;
  /** Percent shear read. */
  readonly shearPercent: number;
  /** The model's answer before it learned this reading. */
  readonly modelMean: number;
  /** Its predictive variance without label noise, points². */
  readonly modelVariance: number;
}

/** What is known about one technician, shrunk towards the group. */
export interface TechnicianStatistics {
  readonly technician: string;
  readonly readings: number;
  /** Mean of reading − reference, points. */
  readonly rawBias: number;
  /** The same, shrunk. */
  readonly bias: number;
  /** Scatter of readings about the own bias, points², shrunk. */
  readonly variance: number;
  /** Factor for the labels of this technician, 0.05 to 1.5; about 1 for a typical one. */
  readonly labelWeight: number;
}
