import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyOf } from '../head/strategy.ts';
import { updateHead } from '../head/update-head.ts';
import { observeLabel } from '../interval/conformal-interval.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { crc32 } from './crc32.ts';
import { decodeModel } from './decode-model.ts';
import { encodeModel, modelDigest } from './encode-model.ts';
import type { Model } from './model.ts';

const model: Model = {
  ...simulatedModel(),
  version: 'simulated-1+12',
  parents: ['ab'.repeat(32)],
  head: updateHead(simulatedModel().head, simulateLaboratory({ seed: 1 }).take(12), strategyOf('immediate')),
  conformal: observeLabel(simulatedModel().conformal, { mean: 40, variance: 9 }, 55),
};
const bytes = encodeModel(model);

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same bytes with the header text changed and lengths and checksum made right again. */
function withHeader(change: (text: string) => string): Uint8Array {
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(8, true);
  const text = new TextDecoder().decode(bytes.subarray(16, 16 + length));
  const header = new TextEncoder().encode(change(text));
  const tensors = bytes.subarray(Math.ceil((16 + length) / 8) * 8);
  const tensorsAt = Math.ceil((16 + header.length) / 8) * 8;
  const result = new Uint8Array(tensorsAt + tensors.length);
  result.set(bytes.subarray(0, 16));
  result.set(header, 16);
  result.set(tensors, tensorsAt);
  return sealed(result, header.length);
}

function sealed(data: Uint8Array, headerLength?: number): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (headerLength !== undefined) view.setUint32(8, headerLength, true);
  view.setUint32(12, crc32(data.subarray(16)), true);
  return data;
}

describe('model artefact', () => {
  it('returns exactly what was put in', () => {
    const decoded = decodeModel(bytes);
    expect(decoded).toEqual(model);
    expect(encodeModel(decoded)).toEqual(bytes);
  });

  it('keeps a second factor of the noise, in a file that older programs refuse by its format', () => {
    const doubt = {
      featureName: model.head.featureSet.names[2]!,
      knots: Float64Array.of(0, 0.5, 1),
      values: Float64Array.of(0.2, 1, 4),
    };
    const doubting: Model = {
      ...model,
      head: { ...model.head, noiseShape: { ...model.head.noiseShape, doubt } },
    };
    const encoded = encodeModel(doubting);
    expect(decodeModel(encoded)).toEqual(doubting);
    expect([bytes[6], encoded[6]]).toEqual([1, 2]);
    const absent: Model = {
      ...doubting,
      head: {
        ...doubting.head,
        noiseShape: { ...model.head.noiseShape, doubt: { ...doubt, featureName: 'absent' } },
      },
    };
    expect(() => encodeModel(absent)).toThrow(/no feature "absent"/);
  });

  it('returns what was put in for any texts, sizes and numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 50 }),
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 0, max: 30 }),
        fc.jsonValue({ maxDepth: 3 }),
        (version, features, labels, note) => {
          const start = simulatedModel(features);
          const learned: Model = {
            ...start,
            version,
            dataset: JSON.parse(JSON.stringify({ note })) as Model['dataset'],
            head: updateHead(
              start.head,
              simulateLaboratory({ seed: labels, features }).take(labels),
              strategyOf('weighted'),
            ),
          };
          const once = encodeModel(learned);
          expect(decodeModel(once)).toEqual(learned);
          expect(encodeModel(decodeModel(once))).toEqual(once);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps tensors little-endian and 8-aligned, and begins with the magic', () => {
    expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe('MLMCSC');
    expect(bytes.length % 8).toBe(0);
    const first = model.locator.weights['encoder.0.0.weight'][0];
    const start = Math.ceil((16 + new DataView(bytes.buffer).getUint32(8, true)) / 8) * 8;
    expect(new DataView(bytes.buffer).getFloat32(start, true)).toBe(first);
  });

  it('reads from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(decodeModel(larger.subarray(3, 3 + bytes.length))).toEqual(model);
  });

  it('is named by its content: same labels in the same order, same digest; one label less, another', () => {
    const learn = (count: number): Model => ({
      ...model,
      head: updateHead(
        simulatedModel().head,
        simulateLaboratory({ seed: 5 }).take(count),
        strategyOf('confidence'),
      ),
    });
    expect(modelDigest(learn(9), sha256)).toBe(modelDigest(learn(9), sha256));
    expect(modelDigest(learn(9), sha256)).not.toBe(modelDigest(learn(8), sha256));
    expect(modelDigest(model, sha256)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('continues after a reload exactly as without one', () => {
    const more = simulateLaboratory({ seed: 6 }).take(10);
    const strategy = strategyOf('confidence');
    expect(updateHead(decodeModel(bytes).head, more, strategy)).toEqual(
      updateHead(model.head, more, strategy),
    );
  });

  it('refuses every cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => decodeModel(bytes.subarray(0, length))).toThrow(RangeError);
      }),
    );
    expect(() => decodeModel(new Uint8Array([...bytes, 0]))).toThrow(RangeError);
  });

  it('refuses every flipped bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
        const damaged = Uint8Array.from(bytes);
        damaged[bit >> 3] ^= 1 << (bit & 7);
        expect(() => decodeModel(damaged)).toThrow(RangeError);
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but RangeError for bytes that were damaged and sealed again', () => {
    const headerLength = new DataView(bytes.buffer).getUint32(8, true);
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 16 + headerLength }),
        fc.integer({ min: 0, max: 255 }),
        (at, value) => {
          const damaged = Uint8Array.from(bytes);
          damaged[at] = value;
          try {
            decodeModel(sealed(damaged));
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, RegExp, () => Uint8Array]>([
    ['nothing', /not a model file/, () => new Uint8Array(0)],
    ['another file', /not a model file/, () => new TextEncoder().encode('%PDF-1.7 and more of it')],
    [
      'a newer format',
      /format 3, this program reads 1 to 2; update/,
      () => {
        const newer = Uint8Array.from(bytes);
        newer[6] = 3;
        return newer;
      },
    ],
    [
      'a format that its content is not of',
      /says format 2, its content is of format 1/,
      () => {
        const other = Uint8Array.from(bytes);
        other[6] = 2;
        return other;
      },
    ],
    ['an endless header', /cut: its header/, () => sealed(Uint8Array.from(bytes), 0xffffffff)],
    ['a header that is no JSON', /not JSON/, () => withHeader((text) => text.slice(1))],
    ['white space in the header', /canonical/, () => withHeader((text) => `${text} `)],
    ['an unknown field', /unknown field "aaa"/, () => withHeader((text) => text.replace('{', '{"aaa":1,'))],
    [
      'a missing field',
      /header\.version must be given/,
      () => withHeader((text) => text.replace(/,"version":"[^"]*"}$/, '}')),
    ],
    [
      'a wrong digest',
      /parents\[0\] must be 64/,
      () => withHeader((text) => text.replace('abababab', 'XYabab')),
    ],
    [
      'a network that cannot be',
      /channels/,
      () => withHeader((text) => text.replace('"channels":3', '"channels":9999')),
    ],
    [
      'more tensors than announced',
      /tensor table/,
      () => withHeader((text) => text.replace('"channels":3', '"channels":4')),
    ],
    [
      'a billion scores',
      /calibration_scores must be/,
      () => withHeader((text) => text.replace('"calibration_scores":200', '"calibration_scores":1000000000')),
    ],
    [
      'text for a number',
      /noise_variance must be a number/,
      () => withHeader((text) => text.replace('"noise_variance":25', '"noise_variance":"a"')),
    ],
  ])('refuses %s', (_, message, make) => {
    const data = make();
    expect(() => decodeModel(data)).toThrow(RangeError);
    expect(() => decodeModel(data)).toThrow(message);
  });

  it('refuses to write what could not be read again', () => {
    const withScale = (value: number): Model => ({
      ...model,
      head: {
        ...model.head,
        scaling: { ...model.head.scaling, scale: model.head.scaling.scale.map(() => value) },
      },
    });
    expect(() => encodeModel(withScale(Number.NaN))).toThrow(/head\/scaling\/scale" holds NaN/);
    expect(() => encodeModel({ ...model, version: '' })).toThrow(/version/);
    expect(() => encodeModel({ ...model, metrics: { mae: Number.NaN } })).toThrow(/NaN/);
    const { 'encoder.0.0.bias': _, ...incomplete } = model.surface.weights;
    expect(() => encodeModel({ ...model, surface: { ...model.surface, weights: incomplete } })).toThrow(
      /surface network lacks .*encoder\.0\.0\.bias/,
    );
    expect(() => decodeModel(encodeModel(withScale(-1)))).toThrow(/scales must be positive/);
  });

  it('refuses a head that is no distribution', () => {
    const precision = model.head.prior.precision.map(() => -1);
    const broken = { ...model, head: { ...model.head, prior: { ...model.head.prior, precision } } };
    expect(() => decodeModel(encodeModel(broken))).toThrow(/not a distribution/);
  });
});

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
