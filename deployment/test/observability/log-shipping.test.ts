import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createLogger } from '@mlmcsc/platform/telemetry';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';
import { expandKeys, type Mapping, mappingProblems } from '../support/index-mapping.ts';
import { logstashProblems } from '../support/logstash-pipeline.ts';

const run = promisify(execFile);
const read = (path: string) => readFileSync(repositoryPath('deployment/configs', path), 'utf8');

interface Template {
  readonly index_patterns: readonly string[];
  readonly template: { readonly settings: Record<string, unknown>; readonly mappings: Mapping };
}
const template = JSON.parse(read('elasticsearch/index-template.json')) as Template;
const { mappings } = template.template;
const pipeline = read('logstash/pipeline/mlmcsc.conf');

describe('the index', () => {
  it('knows every field of a line, with its type', () => {
    const lines: Record<string, unknown>[] = [];
    const destination = { write: (line: string) => lines.push(JSON.parse(line)) };
    const log = createLogger({ service: 'mlmcsc-api', version: '1.2.3', level: 'info', destination });
    const http = { request: { method: 'GET' }, response: { status_code: 200 } };
    const more = { client: { ip: '10.1.2.3' }, user: { id: 'u1' }, event: { duration: 1_234_567 } };
    log
      .child({ 'http.request.id': 'r1' })
      .info(
        { http, url: { path: '/api/v1/jobs' }, ...more, 'trace.id': 't', 'span.id': 's' },
        'request done',
      );
    log.error(
      { err: Object.assign(new Error('no'), { code: 'EPIPE' }), job_id: 'j', attempt: 1, wait_ms: 2.5 },
      'job dead',
    );
    log.info({ url: 'http://127.0.0.1:8080', lanes: [{ name: 'batch', concurrency: 2 }] }, 'worker ready');
    log.info({ result: { analysed: 3, model_version: 'v1' }, anything_new: ['x'] }, 'job completed');
    for (const line of lines) {
      const tagged = { ...line, 'event.dataset': 'mlmcsc', 'data_stream.dataset': 'mlmcsc' };
      expect(mappingProblems(expandKeys(tagged), mappings)).toEqual([]);
    }
    // The check can fail.
    expect(mappingProblems({ newcomer: 1, event: { duration: 'long' } }, mappings)).toEqual([
      'newcomer is not mapped',
      'event.duration is no long: "long"',
    ]);
  });

  it('is made by the template for the data stream that the pipeline writes, and ends by its policy', () => {
    const dataset = /"\[data_stream\]\[dataset\]" => "(\w+)"/.exec(pipeline)?.[1];
    expect(template.index_patterns).toEqual([`logs-${dataset}-*`]);
    expect(template.template.settings['index.lifecycle.name']).toBe('mlmcsc-logs');
    const { policy } = JSON.parse(read('elasticsearch/lifecycle-policy.json')) as {
      policy: { phases: Record<string, { min_age: string }> };
    };
    const ages = Object.entries(policy.phases).map(([phase, { min_age: age }]) => [phase, age]);
    expect(ages).toEqual([
      ['hot', '0ms'],
      ['warm', '7d'],
      ['delete', '30d'],
    ]);
  });
});

describe('the pipeline', () => {
  it('is well-formed: sections, plug-ins and conditions that Logstash knows', () => {
    expect(logstashProblems(pipeline)).toEqual([]);
    for (const [broken, problem] of [
      [pipeline.replace('filter {', 'filters {'), /filters/],
      [pipeline.replace('mutate {', 'mutant {'), /mutant/],
      [pipeline.replace('if [event][duration_s] {', 'if [event][duration_s {'), /line \d+/],
      [pipeline.slice(0, -3), /end/],
    ] as const) {
      expect(logstashProblems(broken)[0]).toMatch(problem);
    }
  });

  it('gives fields that the index knows, also to lines of nginx', () => {
    const named = [...pipeline.matchAll(/=> "((?:\[\w+\])+)"/g)].map(([, path]) => path!);
    const set = [...pipeline.matchAll(/"((?:\[\w+\])+)" =>/g)].map(([, path]) => path!);
    const renamed = ['[upstream][address]', '[upstream][status]', '[upstream][duration_s]'];
    const kept = [...named, ...set].filter((path) => !renamed.includes(path) && !path.startsWith('[@'));
    expect(kept.length).toBeGreaterThan(6);
    for (const path of kept) {
      const names = path.slice(1, -1).split('][');
      const field = names.reduce<Mapping | undefined>((at, name) => at?.properties?.[name], mappings);
      expect(field, path).toBeDefined();
    }
  });

  it('gets its lines over verified TLS from Filebeat, which reads JSON lines of our containers only', () => {
    const filebeat = parse(read('filebeat/filebeat.yml')) as Record<string, unknown>;
    expect(filebeat['output.logstash']).toMatchObject({
      'ssl.enabled': true,
      'ssl.verification_mode': 'full',
      hosts: [expect.stringContaining(':5044')],
    });
    const text = JSON.stringify(filebeat['filebeat.autodiscover']);
    expect(text).toContain('"docker.container.image":"mlmcsc-"');
    expect(text).toContain('"expand_keys":true');
    expect(pipeline).toMatch(/port => 5044\s+ssl_enabled => true/);
    expect(parse(read('logstash/pipelines.yml'))).toEqual([
      { 'pipeline.id': 'mlmcsc', 'path.config': '/usr/share/logstash/pipeline/mlmcsc.conf' },
    ]);
    for (const file of ['logstash/logstash.yml', 'kibana/kibana.yml', 'elasticsearch/elasticsearch.yml']) {
      expect(Object.keys(parse(read(file)) as object).length, file).toBeGreaterThan(4);
    }
  });
});

describe('Kibana', () => {
  interface Saved {
    readonly id: string;
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>> & { readonly title: string };
    readonly references: readonly { readonly id: string; readonly type: string; readonly name: string }[];
  }
  const saved = read('kibana/saved-objects.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Saved);

  it('shows the index by a data view, and searches by fields that are mapped', () => {
    const [view, ...searches] = saved;
    expect(view).toMatchObject({ type: 'index-pattern', attributes: { title: template.index_patterns[0] } });
    expect(searches.length).toBeGreaterThan(5);
    for (const { type, attributes, references } of searches) {
      expect(type).toBe('search');
      expect(references).toEqual([expect.objectContaining({ id: view!.id, type: 'index-pattern' })]);
      const source = JSON.parse(
        (attributes.kibanaSavedObjectMeta as { searchSourceJSON: string }).searchSourceJSON,
      ) as { query: { query: string }; indexRefName: string };
      expect(source.indexRefName).toBe(references[0]!.name);
      const asked = [...source.query.query.matchAll(/([a-z_.]+)(?=:| >=)/g)].map(([, field]) => field!);
      expect(asked.length, attributes.title).toBeGreaterThan(0);
      for (const path of [...asked, ...(attributes.columns as string[])]) {
        const field = path
          .split('.')
          .reduce<Mapping | undefined>((at, name) => at?.properties?.[name], mappings);
        expect(field?.type, `${attributes.title}: ${path}`).toBeDefined();
      }
    }
  });
});

describe('set-up-logging.sh', () => {
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  /** Stands for both servers, and keeps what it is told. */
  async function startReceiver(refuse: (path: string) => boolean = () => false) {
    const told: { path: string; authorization: string; body: string }[] = [];
    const server = createServer(async (request, response) => {
      const path = `${request.method} ${request.url}`;
      told.push({ path, authorization: request.headers.authorization ?? '', body: await bodyOf(request) });
      response.writeHead(refuse(path) ? 400 : 200, { 'content-type': 'application/json' }).end('{}');
    });
    server.listen({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    closers.push(() => void server.close());
    return { told, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  const setUp = (environment: Readonly<Record<string, string>>) =>
    run('bash', [repositoryPath('deployment/configs/elasticsearch/set-up-logging.sh')], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
    });

  it('sets policy before template, then users and searches, as the administrator', async () => {
    const { told, url } = await startReceiver();
    const { stdout } = await setUp({
      ...{ ELASTICSEARCH_URL: url, ELASTICSEARCH_PASSWORD: 'administrator', KIBANA_URL: url },
      ...{ LOG_WRITER_PASSWORD: 'writer-of-lines', KIBANA_PASSWORD: 'kibana-system' },
    });
    expect(told.map(({ path }) => path)).toEqual([
      'GET /_cluster/health',
      'PUT /_ilm/policy/mlmcsc-logs',
      'PUT /_index_template/mlmcsc-logs',
      'PUT /_security/role/mlmcsc_log_writer',
      'PUT /_security/user/mlmcsc_log_writer',
      'POST /_security/user/kibana_system/_password',
      'GET /api/status',
      'POST /api/saved_objects/_import?overwrite=true',
    ]);
    const basic = `Basic ${Buffer.from('elastic:administrator').toString('base64')}`;
    expect(new Set(told.map(({ authorization }) => authorization))).toEqual(new Set([basic]));
    expect(JSON.parse(told[2]!.body)).toEqual(template);
    expect(JSON.parse(told[4]!.body)).toEqual({
      password: 'writer-of-lines',
      roles: ['mlmcsc_log_writer'],
    });
    expect(told[7]!.body).toContain(read('kibana/saved-objects.ndjson').trim());
    expect(stdout).not.toContain('administrator');
  });

  it('ends with the reason where something is refused or missing', async () => {
    const { url } = await startReceiver((path) => path.includes('_index_template'));
    const environment = { ELASTICSEARCH_URL: url, ELASTICSEARCH_PASSWORD: 'administrator' };
    await expect(setUp(environment)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/_index_template/mlmcsc-logs was refused'),
    });
    const bad = { ...environment, ELASTICSEARCH_PASSWORD: 'with "quotes"' };
    await expect(setUp(bad)).rejects.toMatchObject({ stderr: expect.stringContaining('must have') });
    const away = { ...environment, ELASTICSEARCH_URL: 'http://127.0.0.1:9', LOGGING_WAIT_SECONDS: '0' };
    await expect(setUp(away)).rejects.toMatchObject({ stderr: expect.stringContaining('does not answer') });
  });
});

describe('the profile logging of Compose', () => {
  interface Service {
    readonly profiles?: readonly string[];
    readonly command?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
    readonly volumes?: readonly string[];
    readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
  }
  const compose = parse(
    readFileSync(repositoryPath('deployment/docker/compose.yml'), 'utf8'),
    // `<<` of YAML 1.1, as Compose reads it.
    { merge: true },
  ) as { readonly services: Readonly<Record<string, Service>>; readonly volumes: object };

  const logging = Object.entries(compose.services).filter(([, { profiles }]) =>
    profiles?.includes('logging'),
  );

  it('holds all of them, and nothing of the product needs one', () => {
    const names = logging.map(([name]) => name);
    expect(names.sort()).toEqual([
      ...['elasticsearch', 'filebeat', 'kibana', 'logging-certificates', 'logging-set-up', 'logstash'],
    ]);
    for (const [name, { profiles, depends_on: needs = [] }] of Object.entries(compose.services)) {
      if (profiles !== undefined) continue;
      const needed = Array.isArray(needs) ? needs : Object.keys(needs);
      expect(
        needed.filter((one: string) => names.includes(one)),
        name,
      ).toEqual([]);
    }
  });

  it('asks for no variable while it is off', () => {
    const text = readFileSync(repositoryPath('deployment/docker/compose.yml'), 'utf8');
    expect(text.match(/\$\{\w+:?\?/g)).toBeNull();
  });

  it.each([
    [{ PASSWORD: '', ENCRYPTION_KEY: 'k'.repeat(32) }, 'set MLMCSC_LOGGING_PASSWORD'],
    [{ PASSWORD: 'with "quotes"', ENCRYPTION_KEY: 'k'.repeat(32) }, 'set MLMCSC_LOGGING_PASSWORD'],
    [{ PASSWORD: 'secret-7', ENCRYPTION_KEY: 'k'.repeat(31) }, 'set MLMCSC_KIBANA_ENCRYPTION_KEY'],
  ])('refuses to begin with %j', async (environment, words) => {
    const [script] = compose.services['logging-certificates']!.command!;
    const begun = run('bash', ['-euc', script!.replaceAll('$$', '$')], {
      env: { ...process.env, ...environment },
    });
    await expect(begun).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
  });

  it('has Grafana trust the authority of Elasticsearch, and see no key', () => {
    const { environment, volumes = [] } = compose.services.grafana!;
    expect(environment?.SSL_CERT_DIR).toContain('/run/secrets/logging');
    expect(volumes).toContain('logging-trust:/run/secrets/logging:ro');
    expect(volumes.some((volume) => volume.startsWith('logging-certificates'))).toBe(false);
  });

  it('gives each program files that are there, volumes that are made, and services that exist', () => {
    for (const [name, { volumes = [], depends_on: needs = [] }] of logging) {
      for (const source of volumes.map((volume) => volume.split(':')[0]!)) {
        if (source.startsWith('.')) {
          expect(existsSync(repositoryPath('deployment/docker', source)), `${name}: ${source}`).toBe(true);
        } else if (!source.startsWith('/')) expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const need of Array.isArray(needs) ? needs : Object.keys(needs)) {
        expect(Object.keys(compose.services)).toContain(need);
      }
    }
  });

  it.each([
    ['filebeat', 'filebeat/filebeat.yml'],
    ['logstash', 'logstash/pipeline/mlmcsc.conf'],
    ['kibana', 'kibana/kibana.yml'],
  ])('sets in %s every variable that its configuration has no other value for', (name, file) => {
    const { environment = {} } = compose.services[name]!;
    const used = [...read(file).matchAll(/\$\{([A-Z_]+)\}/g)].map(([, variable]) => variable!);
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(used));
  });
});

const KUBECTL = '/usr/bin/kubectl';
const missing = existsSync(KUBECTL) ? '' : ` (skipped: there is no ${KUBECTL})`;

describe.skipIf(missing !== '')(`the objects of Kubernetes${missing}`, () => {
  it('carry the same files under their digests, and name versions of one release', async () => {
    const folder = repositoryPath('deployment/kubernetes/monitoring/logging');
    const { stdout } = await run(KUBECTL, ['kustomize', folder]);
    const objects = parseAllDocuments(stdout).map(
      (document) =>
        document.toJS() as {
          kind: string;
          metadata: { name: string };
          data?: Record<string, string>;
          spec?: { version?: string };
        },
    );
    const data = Object.assign({}, ...objects.map((one) => one.data ?? {})) as Record<string, string>;
    expect(data['mlmcsc.conf']).toBe(pipeline);
    expect(data['index-template.json']).toBe(read('elasticsearch/index-template.json'));
    expect(data['saved-objects.ndjson']).toBe(read('kibana/saved-objects.ndjson'));
    for (const { kind, metadata } of objects) {
      if (kind !== 'ConfigMap') continue;
      const used = stdout.split(`name: ${metadata.name}`).length - 1;
      expect(used, `${metadata.name} is used`).toBeGreaterThan(1);
    }
    const versions = objects.flatMap(({ kind, spec }) =>
      ['Elasticsearch', 'Kibana', 'Logstash', 'Beat'].includes(kind) ? [spec?.version] : [],
    );
    expect(versions).toHaveLength(4);
    expect(new Set(versions).size).toBe(1);
    const images = readFileSync(repositoryPath('deployment/docker/compose.yml'), 'utf8');
    const tags = [...images.matchAll(/docker\.elastic\.co\/\S+:(\S+)/g)].map(([, tag]) => tag);
    expect(new Set([...tags, ...versions]).size).toBe(1);
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return text;
}
