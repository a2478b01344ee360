import type { FaceDetector } from '@mlmcsc/core/measure';
import {
  type DetectionRules,
  type DetectorLayout,
  detectorInput,
  detectorLayout,
  readDetections,
} from '@mlmcsc/vision';
import type { NetworkMetadata } from './network-metadata.ts';
import { fitting } from './onnx-errors.ts';
import type { OnnxNetwork } from './onnx-network.ts';

/** Side of a YOLO-family input where the export leaves it open. */
export const DETECTOR_SIDE = 640;
const STANDARD_RULES = { leastScore: 0.25, mostOverlap: 0.5 };
/** What Ultralytics calls the tasks that give boxes. */
const TASKS = { detect: false, obb: true } as const;

/** A detector of the YOLO family; the accepted layouts are those of docs/reference/own-networks.md.
 * @throws Unprocessable `network-unfit` */
export function createOnnxFaceDetector(network: OnnxNetwork): FaceDetector {
  const { path, digest } = network.file;
  const { layout, rules } = fitting(path, () => contractOf(network));
  return {
    digest,
    async detect(image) {
      const { data, region } = detectorInput(image, network.width, network.height);
      const answer = await network.run(data);
      const { width, height } = network;
      return fitting(path, () => readDetections(answer, layout, { width, height, region }, rules));
    },
  };
}

function contractOf({ metadata, outputShape }: OnnxNetwork): {
  layout: DetectorLayout;
  rules: DetectionRules;
} {
  const task = metadata.text('task') ?? 'detect';
  if (!(task in TASKS)) {
    throw new RangeError(`it is made for the task "${task}"; a detector must be made for detect or obb`);
  }
  const names = metadata.classNames();
  const layout = detectorLayout(outputShape, {
    classes: names?.length ?? null,
    isOriented: TASKS[task as keyof typeof TASKS],
  });
  return {
    layout,
    rules: {
      faceClass: faceClassOf(metadata, names, layout),
      leastScore: metadata.number('mlmcsc.least_score', 0, 1) ?? STANDARD_RULES.leastScore,
      mostOverlap: metadata.number('mlmcsc.most_overlap', 0, 1) ?? STANDARD_RULES.mostOverlap,
    },
  };
}

/** Index of the class of fracture faces: the one named, else the only one. */
function faceClassOf(
  metadata: NetworkMetadata,
  names: readonly string[] | null,
  { classes }: DetectorLayout,
): number {
  const told = metadata.text('mlmcsc.face_class');
  const known = names?.join(', ') ?? `${classes} without names`;
  if (told === null) {
    if (classes === 1) return 0;
    throw new RangeError(
      `it has the classes ${known}; say in its metadata mlmcsc.face_class which is the fracture face`,
    );
  }
  const index = names?.includes(told) ? names.indexOf(told) : Number(told);
  if (
    !(
      Number.isInteger(index) &&
      index >= 0 &&
      (names === null && classes === 1 ? index < 1000 : index < classes)
    )
  ) {
    throw new RangeError(`its metadata mlmcsc.face_class is "${told}", its classes are ${known}`);
  }
  return index;
}
