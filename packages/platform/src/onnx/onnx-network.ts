import type { InferenceSession } from 'onnxruntime-node';
import type { NetworkFile } from './network-file.ts';
import { NetworkMetadata } from './network-metadata.ts';
import { firstLine, fitting, unfit, unreadable } from './onnx-errors.ts';
import type { OnnxRuntime } from './onnx-runtime.ts';
import { readOnnxMetadata } from './read-onnx-metadata.ts';

/** One picture in, one tensor out. */
export interface OnnxNetwork {
  readonly file: Pick<NetworkFile, 'path' | 'digest'>;
  readonly metadata: NetworkMetadata;
  /** Input size, cells. */
  readonly width: number;
  readonly height: number;
  /** Shape of the output for one picture, as measured. */
  readonly outputShape: readonly number[];
  /** @param data - 1 x 3 x height x width   @throws Unprocessable `network-unfit` */
  run(data: Float32Array): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Sides of the input that are served, cells. */
const SIDE_RANGE = [8, 2048] as const;

/** Opens a network and runs it once on nothing, so that whatever does not fit shows before the first picture.
 * One thread and the CPU only: the same machine gives the same bits, and pictures already share out the cores.
 * @param freeSide - side of the input where the network leaves it open
 * @throws Unprocessable `network-unreadable`, `network-unfit` */
export async function openOnnxNetwork(
  runtime: OnnxRuntime,
  file: NetworkFile,
  freeSide: number,
): Promise<OnnxNetwork> {
  const bytes = Uint8Array.from(file.bytes);
  const session = await createSession(runtime, file, bytes);
  const { path, digest } = file;
  try {
    const metadata = fitting(path, () => new NetworkMetadata(readOnnxMetadata(bytes)));
    const input = fitting(path, () => inputOf(session, metadata, freeSide));
    const output = fitting(path, () => outputOf(session, metadata));
    const run = async (data: Float32Array) => {
      const tensor = new runtime.Tensor('float32', data, [1, 3, input.height, input.width]);
      const answers = await session.run({ [input.name]: tensor }, [output]).catch((cause: unknown) => {
        throw unfit(
          path,
          `it fails on an input of [1, 3, ${input.height}, ${input.width}]: ${firstLine(cause)}`,
          cause,
        );
      });
      const answer = answers[output];
      if (answer?.type !== 'float32') {
        throw unfit(path, `its output "${output}" must be float32, it is ${answer?.type}`);
      }
      return { data: answer.data as Float32Array, shape: answer.dims };
    };
    const { shape } = await run(new Float32Array(3 * input.height * input.width));
    return {
      file: { path, digest },
      metadata,
      width: input.width,
      height: input.height,
      outputShape: shape,
      run: async (data) => (await run(data)).data,
      close: () => session.release(),
    };
  } catch (error) {
    await session.release();
    throw error;
  }
}

async function createSession(
  { InferenceSession }: OnnxRuntime,
  { path }: NetworkFile,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
    });
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

interface NetworkInput {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

function inputOf(session: InferenceSession, metadata: NetworkMetadata, freeSide: number): NetworkInput {
  const [input, ...others] = session.inputMetadata;
  if (input === undefined || others.length > 0) {
    throw new RangeError(`it must have one input, it has ${session.inputNames.join(', ') || 'none'}`);
  }
  if (!input.isTensor) throw new RangeError(`its input "${input.name}" must be a tensor`);
  const { name, type, shape } = input;
  const [batch, channels, height, width] = shape;
  const isServed = (size: number | string | undefined) => typeof size === 'string' || size === 1;
  if (type !== 'float32' || shape.length !== 4 || !isServed(batch) || channels !== 3) {
    throw new RangeError(
      `its input "${name}" must be float32 [1, 3, height, width], it is ${type} [${shape.join(', ')}]`,
    );
  }
  const told = metadata.numbers('mlmcsc.input_size', 2) ?? metadata.numbers('imgsz', 2);
  const size = {
    height: typeof height === 'number' ? height : (told?.[0] ?? freeSide),
    width: typeof width === 'number' ? width : (told?.[1] ?? freeSide),
  };
  for (const side of [size.height, size.width]) {
    if (!(Number.isInteger(side) && side >= SIDE_RANGE[0] && side <= SIDE_RANGE[1])) {
      throw new RangeError(
        `its input must be ${SIDE_RANGE[0]} to ${SIDE_RANGE[1]} cells high and wide, it is ${size.height} x ${size.width}`,
      );
    }
  }
  return { name, ...size };
}

function outputOf({ outputNames }: InferenceSession, metadata: NetworkMetadata): string {
  const chosen = metadata.text('mlmcsc.output');
  if (chosen !== null && outputNames.includes(chosen)) return chosen;
  const [only, ...others] = outputNames;
  if (chosen !== null || only === undefined || others.length > 0) {
    const which = chosen === null ? '' : ` "${chosen}" is none of them;`;
    throw new RangeError(
      `it has the outputs ${outputNames.join(', ')};${which} name one in its metadata mlmcsc.output`,
    );
  }
  return only;
}
