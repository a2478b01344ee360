import { createHash, randomUUID } from 'node:crypto';
import type { Analysis, Image, Job } from '@mlmcsc/contracts';
import { type ChaosRequest, sendUntilAccepted } from './chaos-client.ts';
import type { Ledger } from './ledger.ts';

export interface WorkloadOptions {
  readonly url: string;
  readonly cookie: string;
  readonly ledger: Ledger;
  readonly nextPicture: () => Uint8Array<ArrayBuffer>;
  /** Ends the work after the round under way. */
  readonly stop: AbortSignal;
  /** Ends it at once. */
  readonly giveUp: AbortSignal;
}

const BATCH_PICTURES = 3;

/** One technician: uploads, measures, judges; every fourth round is a batch. @returns when stopped @throws what no fault excuses */
export async function work(options: WorkloadOptions): Promise<void> {
  const { ledger, nextPicture, stop } = options;
  const send = <T>(request: ChaosRequest) => sendUntilAccepted<T>(options, request);

  const upload = async (): Promise<string> => {
    const picture = nextPicture();
    const { id } = await send<Image>({
      kind: 'upload',
      method: 'POST',
      path: '/api/v1/images',
      body: () => {
        const form = new FormData();
        form.append('file', new Blob([picture]), 'chaos.jpg');
        return form;
      },
    });
    ledger.images.set(id, createHash('sha256').update(picture).digest('hex'));
    return id;
  };
  const postJson = <T>(kind: string, path: string, content: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return send<T>({ kind, method: 'POST', path, headers, body: () => JSON.stringify(content) });
  };

  for (let round = 0; !stop.aborted; round++) {
    if (round % 4 === 3) {
      const imageIds: string[] = [];
      while (imageIds.length < BATCH_PICTURES) imageIds.push(await upload());
      const { id } = await postJson<Job>('batch', '/api/v1/jobs', {
        ...{ kind: 'analysis.batch.v1', image_ids: imageIds },
      });
      ledger.jobs.set(id, imageIds);
      continue;
    }
    const imageId = await upload();
    const analysis = await postJson<Analysis>('analysis', '/api/v1/analyses', { image_id: imageId });
    ledger.analyses.set(analysis.id, { imageId, shearPercent: analysis.shear_percent });
    if (analysis.shear_percent === null) continue;
    const notes = `chaos ${randomUUID()}`;
    ledger.labels.set(notes, false);
    await postJson('label', '/api/v1/labels', {
      ...{ analysis_id: analysis.id, shear_percent: Math.min(100, analysis.shear_percent + 1), notes },
    });
    ledger.labels.set(notes, true);
  }
}
