// Long vectors: the activation's way back and the optimiser's step. Lengths are rounded up to a multiple of four by the
// caller, who keeps the excess zero.

/** `gradient *= value > 0 ? 1 : slope` in place. */
export function leakyGradient(value: usize, gradient: usize, length: i32, slope: f32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const slopes = f32x4.splat(slope);
  for (let i: usize = 0; i < (<usize>length << 2); i += 16) {
    const factor = v128.bitselect(one, slopes, f32x4.gt(v128.load(value + i), zero));
    v128.store(gradient + i, f32x4.mul(v128.load(gradient + i), factor));
  }
}

/** Sets `length` floats to zero. */
export function clear(at: usize, length: i32): void {
  memory.fill(at, 0, <usize>length << 2);
}

/** One Adam step with decoupled weight decay; `rate` already holds the bias correction of the first moment. */
export function adamStep(
  weight: usize, gradient: usize, first: usize, second: usize, length: i32,
  rate: f32, beta1: f32, beta2: f32, secondScale: f32, epsilon: f32, decay: f32,
): void {
  const b1 = f32x4.splat(beta1), c1 = f32x4.splat(<f32>1 - beta1);
  const b2 = f32x4.splat(beta2), c2 = f32x4.splat(<f32>1 - beta2);
  const r = f32x4.splat(rate), scale = f32x4.splat(secondScale), e = f32x4.splat(epsilon), keep = f32x4.splat(<f32>1 - decay);
  for (let i: usize = 0; i < (<usize>length << 2); i += 16) {
    const g = v128.load(gradient + i);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first + i)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(second + i)), f32x4.mul(c2, f32x4.mul(g, g)));
    v128.store(first + i, m);
    v128.store(second + i, v);
    const step = f32x4.div(f32x4.mul(r, m), f32x4.add(f32x4.sqrt(f32x4.mul(v, scale)), e));
    v128.store(weight + i, f32x4.sub(f32x4.mul(v128.load(weight + i), keep), step));
  }
}
