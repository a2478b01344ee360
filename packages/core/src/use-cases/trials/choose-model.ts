import type { ImageRecord, ModelRecord } from '../../domain/records.ts';
import type { Dependencies } from '../dependencies.ts';
import { readModelBytes } from '../read-for-measuring.ts';
import { isAnsweredByChallenger } from './answering-share.ts';

/** Who answers a picture, and who is to be heard besides. */
export interface ChosenModel {
  readonly model: ModelRecord;
  /** Null while no trial runs. */
  readonly comparison: { readonly trialId: string; readonly modelVersion: string } | null;
}

/** The champion, or the challenger of a running trial for its share of the specimens. Asked of the store for every picture, so
 * that each process follows a start or an end from its next picture on. A challenger that cannot be read answers nothing: the
 * champion does.
 */
export async function chooseModel(
  dependencies: Pick<Dependencies, 'store' | 'objects' | 'cache' | 'measurer' | 'log'>,
  image: Pick<ImageRecord, 'specimen' | 'sha256'>,
  champion: ModelRecord,
  running?: Awaited<ReturnType<Dependencies['store']['rows']['trials']['running']>>,
): Promise<ChosenModel> {
  const found = running === undefined ? await dependencies.store.rows.trials.running() : running;
  if (found === null) return { model: champion, comparison: null };
  const { trial, challenger } = found;
  // While a release is rolled out, processes of the other one cannot run it.
  const isServable = challenger.pipelineVersion === dependencies.measurer.modelPipelineVersion;
  if (challenger.id === champion.id || !isServable) return { model: champion, comparison: null };
  if (isAnsweredByChallenger(trial, image) && (await isReadable(dependencies, challenger))) {
    return { model: challenger, comparison: { trialId: trial.id, modelVersion: champion.version } };
  }
  return { model: champion, comparison: { trialId: trial.id, modelVersion: challenger.version } };
}

async function isReadable(
  dependencies: Pick<Dependencies, 'objects' | 'cache' | 'log'>,
  { version, digest }: ModelRecord,
): Promise<boolean> {
  try {
    await readModelBytes(dependencies, digest);
    return true;
  } catch (error) {
    const reason = (error as Error).message;
    dependencies.log.warn(
      { model_version: version, reason },
      'the challenger cannot be read; the champion answers',
    );
    return false;
  }
}
