/** How much was done in the last 24 hours; nobody is named. */
export interface LastDayFigures {
  readonly pictures: number;
  /** Different ones, by the identifier that was given with the pictures. */
  readonly specimens: number;
  readonly analyses: number;
  readonly labels: number;
  /** Technicians who gave a label, and how many the busiest of them gave. */
  readonly labellers: number;
  readonly labelsOfBusiest: number;
}

/** Figures of the whole installation, for the monitoring. */
export interface InstallationFigures {
  readonly lastDay: LastDayFigures;
  readonly deliveriesWaiting: number;
}

export interface FigureRows {
  /** Its cost grows with what was done since, not with what there is. */
  since(from: Date): Promise<InstallationFigures>;
}
