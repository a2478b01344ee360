import { ARENA_START, KernelInstance } from '../wasm/kernel-instance.ts';

/** Memory of the kernels that work on grids of numbers: one for the thread, because they run to their end before another starts.
 * Nothing in it outlives a call. */
let shared: KernelInstance | undefined;

/** Lays arrays out one behind the other; `reserve` before use. */
export class GridLayout {
  private end = ARENA_START;

  /** Byte address of room for `bytes` and some slack that kernels may touch in steps of a vector. */
  take(bytes: number): number {
    const at = this.end;
    this.end = Math.ceil((at + bytes + 64) / 16) * 16;
    return at;
  }

  /** The kernels, with all of the layout usable. */
  reserve(): KernelInstance {
    shared ??= new KernelInstance();
    shared.reserve(this.end);
    return shared;
  }
}
