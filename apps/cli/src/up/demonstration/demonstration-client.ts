import { setTimeout as delay } from 'node:timers/promises';
import type { Analysis, Image } from '@mlmcsc/contracts';

/** The few things the demonstration series asks of the API, as a signed-in technician. */
export interface DemonstrationClient {
  upload(jpeg: Uint8Array, fileName: string, context: Readonly<Record<string, string>>): Promise<Image>;
  analyse(imageId: string): Promise<Analysis>;
  label(analysisId: string, shearPercent: number): Promise<void>;
}

const BUSY = new Set([429, 503]);
const RETRIES = 20;
const RETRY_PAUSE_MS = 500;

/** Signs in over HTTP and keeps the session's cookie. @param url - address of the running API */
export async function connectDemonstrationClient(
  url: string,
  username: string,
  password: string,
  signal: AbortSignal,
): Promise<DemonstrationClient> {
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(`${url}/api/v1${path}`, { ...init, method: 'POST', signal });
      if (answer.ok) return answer;
      const text = await answer.text();
      if (!BUSY.has(answer.status) || attempt === RETRIES)
        throw new Error(`POST ${path}: ${answer.status} ${text}`);
      await delay(RETRY_PAUSE_MS, undefined, { signal });
    }
  };
  const json = (body: unknown) => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  const session = await request('/session', json({ username, password }));
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const asUser = ({ body, headers }: { body: string; headers: Record<string, string> }) => ({
    body,
    headers: { ...headers, cookie },
  });

  return {
    async upload(jpeg, fileName, context) {
      const form = new FormData();
      for (const [name, value] of Object.entries(context)) form.append(name, value);
      form.append('file', new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' }), fileName);
      return (await (await request('/images', { body: form, headers: { cookie } })).json()) as Image;
    },
    async analyse(imageId) {
      return (await (await request('/analyses', asUser(json({ image_id: imageId })))).json()) as Analysis;
    },
    async label(analysisId, shearPercent) {
      const body = { analysis_id: analysisId, shear_percent: shearPercent, notes: 'Demonstration series' };
      await (await request('/labels', asUser(json(body)))).arrayBuffer();
    },
  };
}
