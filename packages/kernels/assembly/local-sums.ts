// Sums over square windows by summed-area tables in double precision.

/** Weighted mean and standard deviation of `values` in the window of `radius` around every sample, cut at the border; 0 where
 * the window has no weight. `tables` is room for 3 × (width + 1) × (height + 1) doubles: the weights, then pairs of the
 * weighed values and squares. */
export function localStatistics(
  values: usize, weight: usize, width: i32, height: i32, radius: i32, tables: usize, mean: usize, deviation: usize,
): void {
  const stride = width + 1;
  const rowW: usize = <usize>stride << 3;
  const rowP: usize = <usize>stride << 4;
  const pairs: usize = tables + rowW * <usize>(height + 1);
  memory.fill(tables, 0, rowW);
  memory.fill(pairs, 0, rowP);
  let v = values, s = weight;
  for (let y: i32 = 0; y < height; y++) {
    let atW: usize = tables + rowW * <usize>(y + 1);
    let atP: usize = pairs + rowP * <usize>(y + 1);
    store<f64>(atW, 0);
    v128.store(atP, f64x2.splat(0));
    let w: f64 = 0;
    let pair = f64x2.splat(0);
    for (let x: i32 = 0; x < width; x++) {
      atW += 8;
      atP += 16;
      const share: f64 = <f64>load<f32>(s);
      const value: f64 = <f64>load<f32>(v);
      const weighed = share * value;
      w += share;
      pair = f64x2.add(pair, f64x2.replace_lane(f64x2.splat(weighed), 1, weighed * value));
      store<f64>(atW, load<f64>(atW - rowW) + w);
      v128.store(atP, f64x2.add(v128.load(atP - rowP), pair));
      s += 4;
      v += 4;
    }
  }
  for (let y: i32 = 0; y < height; y++) {
    const top: i32 = max<i32>(0, y - radius) * stride;
    const bottom: i32 = min<i32>(height, y + radius + 1) * stride;
    for (let x: i32 = 0; x < width; x++) {
      const left = max<i32>(0, x - radius);
      const right = min<i32>(width, x + radius + 1);
      const a: usize = <usize>(top + left), b: usize = <usize>(top + right);
      const c: usize = <usize>(bottom + left), d: usize = <usize>(bottom + right);
      const total: f64 = load<f64>(tables + (d << 3)) - load<f64>(tables + (b << 3)) - load<f64>(tables + (c << 3)) + load<f64>(tables + (a << 3));
      let m: f64 = 0, spread: f64 = 0;
      if (!(total < 1e-6)) {
        let pair = f64x2.sub(v128.load(pairs + (d << 4)), v128.load(pairs + (b << 4)));
        pair = f64x2.add(f64x2.sub(pair, v128.load(pairs + (c << 4))), v128.load(pairs + (a << 4)));
        pair = f64x2.div(pair, f64x2.splat(total));
        m = f64x2.extract_lane(pair, 0);
        spread = sqrt<f64>(max<f64>(0, f64x2.extract_lane(pair, 1) - m * m));
      }
      store<f32>(mean, <f32>m);
      store<f32>(deviation, <f32>spread);
      mean += 4;
      deviation += 4;
    }
  }
}
