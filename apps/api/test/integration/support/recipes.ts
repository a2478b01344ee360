import type { TestApi } from './start-test-api.ts';
import { storeDriftFinding } from './store-drift-finding.ts';
import { formOf, jpegOf } from './test-pictures.ts';

/** What the recipes of requests are made of; each part is made anew, so that one recipe cannot spoil another. */
export function createIngredients(api: TestApi) {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const post = async (as: 'technician' | 'reviewer' | 'engineer' | 'admin', path: string, json?: object) => {
    const answer = await api.call('POST', `/api/v1${path}`, { as, ...(json === undefined ? {} : { json }) });
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.body.toString()}`);
    return answer.json;
  };
  const parts = {
    name: (what: string) => `${what}-${next()}`,
    post,
    async image(): Promise<string> {
      const body = formOf(await jpegOf('face', 1000 + next()));
      return (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json.id;
    },
    async analysis(): Promise<string> {
      return (await post('technician', '/analyses', { image_id: await parts.image() })).id;
    },
    label: async () =>
      post('technician', '/labels', {
        analysis_id: await parts.analysis(),
        shear_percent: 10 + (next() % 80),
      }),
    /** A specimen with a picture. */
    async picturedSpecimen(): Promise<string> {
      const identifier = parts.name('PS');
      const { id } = await post('technician', '/specimens', { identifier });
      const path = `/api/v1/specimens/${id}/pictures/${await parts.image()}`;
      await api.call('PUT', path, { as: 'technician', json: { half: 1 } });
      return id;
    },
    /** A series with a specimen. */
    async reportableSeries(): Promise<string> {
      const series = await post('technician', '/series', { name: parts.name('RS'), standard: 'ISO 148-1' });
      await post('technician', '/specimens', { identifier: parts.name('RP'), series_id: series.id });
      return series.id;
    },
    report: async (): Promise<{ id: string; digest: string }> =>
      post('technician', `/series/${await parts.reportableSeries()}/reports`, {}),
    /** A finding against a reference that has begun. */
    async driftFinding(): Promise<string> {
      await parts.analysis();
      const reference = await post('engineer', '/drift/references', { reason: parts.name('lamp') });
      return storeDriftFinding(api.store, reference.id);
    },
    heat: async (): Promise<string> => (await post('technician', '/heats', { name: parts.name('H') })).id,
    user: async (): Promise<string> =>
      (await post('admin', '/users', { username: parts.name('user'), role: 'viewer' })).user.id,
    webhook: async (): Promise<string> =>
      (
        await post('admin', '/webhooks', {
          url: 'https://lims.example/hook',
          event_types: ['label.submitted'],
        })
      ).id,
    /** A delivery that nobody attempts: no worker runs. */
    delivery: async (): Promise<string> =>
      (await post('admin', `/webhooks/${await parts.webhook()}/test`)).id,
    /** A batch that waits: no worker runs. */
    job: async (): Promise<string> =>
      (await post('technician', '/jobs', { kind: 'analysis.batch.v1', image_ids: [await parts.image()] })).id,
    async dataset(): Promise<string> {
      await parts.label();
      return (await post('engineer', '/datasets', {})).digest;
    },
    /** Puts a file where an upload wants it. */
    async fill(upload: { url: string; method: string; headers: Record<string, string> }, bytes: Uint8Array) {
      const { 'content-length': _length, ...headers } = upload.headers;
      const put = await fetch(new URL(upload.url, api.url), {
        ...{ method: upload.method, headers },
        body: new Uint8Array(bytes),
      });
      if (!put.ok) throw new Error(`PUT ${upload.url}: ${put.status}`);
    },
    /** An upload of a picture whose file is there. */
    async upload(): Promise<string> {
      const bytes = await jpegOf('face', 5000 + next());
      const started = await post('technician', '/uploads', {
        size_bytes: bytes.length,
      });
      await parts.fill(started, bytes);
      return started.id;
    },
    /** An upload of an archive of a dataset whose file is there. */
    async archive(): Promise<string> {
      const digest = await parts.dataset();
      const { body } = await api.call('GET', `/api/v1/datasets/${digest}/export`, { as: 'engineer' });
      const started = await post('engineer', '/dataset-imports/uploads', { size_bytes: body.length });
      await parts.fill(started, body);
      return started.id;
    },
  };
  return parts;
}
