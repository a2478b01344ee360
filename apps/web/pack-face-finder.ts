import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const PREAMBLE_BYTES = 16;
const ALIGNMENT = 8;

interface TensorEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

/** Takes the face finder (network and acceptance) out of a model file, for the live picture: half a megabyte of three.
 * @param model - a `.mlmcsc` file; its layout is told in `packages/learning/src/artefact` */
export function packFaceFinder(modelPath: string, targetPath: string): void {
  const model = readFileSync(modelPath);
  const headerEnd = PREAMBLE_BYTES + model.readUInt32LE(8);
  const header = JSON.parse(model.toString('utf8', PREAMBLE_BYTES, headerEnd)) as {
    readonly locator: unknown;
    readonly acceptance: unknown;
    readonly tensors: readonly TensorEntry[];
  };
  const section = Math.ceil(headerEnd / ALIGNMENT) * ALIGNMENT;
  const entries = header.tensors.filter(({ name }) => name.startsWith('locator/'));
  const lengthOf = ({ shape }: TensorEntry) => shape.reduce((product, size) => product * size, 1);
  const head = Buffer.from(
    JSON.stringify({
      definition: header.locator,
      acceptance: header.acceptance,
      tensors: entries.map((entry) => ({
        name: entry.name.slice('locator/'.length),
        length: lengthOf(entry),
      })),
    }),
  );
  const padded = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const weights = entries.map((entry) =>
    model.subarray(section + entry.offset, section + entry.offset + 4 * lengthOf(entry)),
  );
  mkdirSync(dirname(targetPath), { recursive: true });
  writeFileSync(targetPath, Buffer.concat([length, padded, ...weights]));
}
