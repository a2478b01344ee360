import { readFileSync } from 'node:fs';
import type { ApiSession } from '../../test/api-session.ts';
import { repositoryPath } from '../../test/repository-path.ts';

/** Line pipe of grade X52, measured by NIST: °C, J, mm, percent shear. */
const BARS = readFileSync(repositoryPath('packages/charpy/test/golden/nist-x52/x52-kv-le-sfa.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number, number]);

type Created = { readonly id: string };

/** Gives the pages of the laboratory something to show: a series of real results, a report on it, a study and a dataset.
 * @param imageIds - pictures of fracture faces, for the specimens of the study
 * @returns paths of their pages by name
 */
export async function fillInstallation(
  url: string,
  session: ApiSession,
  imageIds: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const series = await session.post<Created>('/api/v1/series', {
    name: 'X52-2026-118',
    standard: 'ISO 148-1',
    client: 'Pipe works',
  });
  for (const [index, [celsius, joule, millimetres, percent]] of BARS.entries()) {
    await session.post<Created>('/api/v1/specimens', {
      identifier: `X52-${String(index + 1).padStart(2, '0')}`,
      series_id: series.id,
      temperature: { value: celsius, unit: 'degC' },
      energy: { value: joule, unit: 'J' },
      lateral_expansion: { basis: 'entered', mm: millimetres },
      shear: { method: 'chart', percent },
    });
  }
  const read: string[] = [];
  for (const [index, imageId] of imageIds.entries()) {
    const { id } = await session.post<Created>('/api/v1/specimens', { identifier: `R-${index + 1}` });
    const linked = await fetch(`${url}/api/v1/specimens/${id}/pictures/${imageId}`, {
      method: 'PUT',
      headers: { cookie: session.cookie, origin: url, 'content-type': 'application/json' },
      body: '{"half":1}',
    });
    if (!linked.ok) throw new Error(`a picture was not linked: ${await linked.text()}`);
    read.push(id);
  }
  const report = await session.post<Created>(`/api/v1/series/${series.id}/reports`, {
    curves: [{ property: 'shear', model: 'tanh' }],
  });
  const study = await session.post<Created>('/api/v1/studies', {
    name: 'Double reading, spring 2026',
    specimen_ids: read,
    readers: ['admin'],
  });
  return {
    'one-series': `/series/${series.id}`,
    'one-report': `/reports/${report.id}`,
    'one-study': `/studies/${study.id}`,
  };
}
