import type { DatasetItem, DatasetSummary } from '../ports/datasets.ts';

/** Below and above these, percent shear is near a shelf. */
const lowBelow = 20;
const highAbove = 80;

/** Counts items as they pass. @param start - counts of a version that is continued */
export class DatasetCounter {
  items = 0;
  heldOut = 0;
  readonly #bands;
  readonly #technicians: Map<string, number>;
  #accepted: number;
  #painted: number;
  #pictureBytes: number;

  constructor(start?: {
    readonly items: number;
    readonly heldOut: number;
    readonly summary: DatasetSummary;
  }) {
    this.items = start?.items ?? 0;
    this.heldOut = start?.heldOut ?? 0;
    this.#bands = { low: 0, middle: 0, high: 0, ...start?.summary.bands };
    this.#technicians = new Map(Object.entries(start?.summary.technicians ?? {}));
    this.#accepted = start?.summary.accepted ?? 0;
    this.#painted = start?.summary.painted ?? 0;
    this.#pictureBytes = start?.summary.pictureBytes ?? 0;
  }

  add(item: DatasetItem): void {
    const { shearPercent, technician } = item;
    this.items += 1;
    if (item.heldOut) this.heldOut += 1;
    this.#bands[shearPercent < lowBelow ? 'low' : shearPercent > highAbove ? 'high' : 'middle'] += 1;
    this.#technicians.set(technician, (this.#technicians.get(technician) ?? 0) + 1);
    if (item.decision === 'accepted') this.#accepted += 1;
    if (item.regions !== null) this.#painted += 1;
    this.#pictureBytes += item.sizeBytes;
  }

  get summary(): DatasetSummary {
    return {
      bands: { ...this.#bands },
      technicians: Object.fromEntries([...this.#technicians].sort(([a], [b]) => (a < b ? -1 : 1))),
      accepted: this.#accepted,
      painted: this.#painted,
      pictureBytes: this.#pictureBytes,
    };
  }
}
