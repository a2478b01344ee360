import type { InferenceInput, InferenceRequest } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';

/** One picture of a request, with what is told about it. */
export interface PictureInput {
  readonly bytes: Uint8Array;
  readonly specimen: string | undefined;
  readonly widthMm: number | undefined;
  readonly pxPerMm: number | undefined;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The pictures of an inference request. @throws InvalidInput `invalid-request` */
export function readTensors({ inputs }: InferenceRequest): readonly PictureInput[] {
  const byName = new Map<string, InferenceInput>();
  for (const input of inputs) {
    if (byName.has(input.name)) throw invalid(`The input ${input.name} is given twice.`);
    byName.set(input.name, input);
  }
  const image = byName.get('image');
  if (image === undefined) throw invalid('The input image is missing.');
  const count = image.data.length;
  for (const input of inputs) checkShape(input, count);
  const specimens = textsOf(byName.get('specimen'));
  const widths = numbersOf(byName.get('width_mm'));
  const scales = numbersOf(byName.get('px_per_mm'));
  return textsOf(image).map((text, index) => ({
    bytes: bytesOf(text, index),
    specimen: specimens[index],
    widthMm: widths[index],
    pxPerMm: scales[index],
  }));
}

function checkShape({ name, shape, data }: InferenceInput, count: number): void {
  const elements = shape.reduce((product, length) => product * length, 1);
  if (elements !== data.length || (shape.length === 2 && shape[1] !== 1)) {
    throw invalid(`The input ${name} has the shape [${shape.join(', ')}], but ${data.length} elements.`);
  }
  if (data.length !== count) throw invalid(`There are ${count} pictures, but ${data.length} of ${name}.`);
}

function textsOf(input: InferenceInput | undefined): readonly string[] {
  if (input === undefined) return [];
  if (input.datatype !== 'BYTES') throw invalid(`The input ${input.name} has the datatype BYTES.`);
  return input.data.map((element) => {
    if (typeof element === 'string') return element;
    throw invalid(`The input ${input.name} holds texts.`);
  });
}

function numbersOf(input: InferenceInput | undefined): readonly number[] {
  if (input === undefined) return [];
  if (input.datatype === 'BYTES') throw invalid(`The input ${input.name} has the datatype FP64 or FP32.`);
  return input.data.map((element) => {
    if (typeof element === 'number') return element;
    throw invalid(`The input ${input.name} holds numbers.`);
  });
}

function bytesOf(text: string, index: number): Uint8Array {
  if (text === '' || text.length % 4 !== 0 || !BASE64.test(text)) {
    throw invalid(`Picture ${index} is not base64 of a file.`);
  }
  return Buffer.from(text, 'base64');
}

const invalid = (detail: string) => new InvalidInput('invalid-request', detail);
