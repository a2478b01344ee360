import { type Fault, Unprocessable } from '../errors.ts';

const shownFaults = 100;

/** Gathers what is wrong with the lines of a manifest, so that all of it is told at once. */
export class FaultList {
  #count = 0;
  readonly #faults: Fault[] = [];

  /** @param line - 1 for the first line after the header */
  add(detail: string, file: string, line: number, field: string | null): void {
    this.#count += 1;
    if (this.#faults.length >= shownFaults) return;
    const place = [file, String(line), ...(field === null ? [] : [field])].map((part) =>
      part.replaceAll('~', '~0').replaceAll('/', '~1'),
    );
    const what = field === null ? `line ${line} ` : `line ${line}: ${field} `;
    this.#faults.push({ detail: `${what}${detail}`, pointer: `#/${place.join('/')}` });
  }

  /** @throws Unprocessable that names each */
  throwIfAny(code: 'dataset-archive-invalid' | 'dataset-labels-conflict', summary: string): void {
    const [first] = this.#faults;
    if (first === undefined) return;
    throw new Unprocessable(code, `${this.#count} ${summary}, first ${first.detail}.`, {
      faults: this.#faults,
    });
  }
}
