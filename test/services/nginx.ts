import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

export interface NginxOptions {
  /** `host:port` of each API process. */
  readonly upstreams: readonly string[];
  /** PEM files; without them it speaks plain HTTP. */
  readonly tls?: { readonly certificateFile: string; readonly keyFile: string };
}

/** A real nginx in front of API processes. */
export interface TestNginx {
  readonly url: string;
  /** Its `stub_status`, for an exporter. */
  readonly statusUrl: string;
  process(): ServiceProcess;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts nginx (Debian package `nginx-light`) on a free port. */
export async function startNginx(options: NginxOptions): Promise<TestNginx> {
  const [port, statusPort] = [await freePort(), await freePort()];
  const folder = await temporaryFolder('nginx');
  const file = join(folder.path, 'nginx.conf');
  await writeFile(file, configuration(options, { port, statusPort }, folder.path));
  const start = () =>
    startService({
      name: 'nginx',
      command: '/usr/sbin/nginx',
      args: ['-p', folder.path, '-c', file],
      isReady: () => isListening(port),
    });
  let running = await start();
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    statusUrl: `http://127.0.0.1:${statusPort}/`,
    process: () => running,
    async restart() {
      await running.stop();
      running = await start();
    },
    async stop() {
      await running.stop();
      await folder.remove();
    },
  };
}

/**
 * A replica that refuses, breaks off or says that it is stopping is left for the other one, as long as repeating the request is harmless:
 * nginx never repeats a POST that was sent. A refused connection costs nothing, so no replica is ever marked as down.
 */
function configuration(
  { upstreams, tls }: NginxOptions,
  { port, statusPort }: { readonly port: number; readonly statusPort: number },
  folder: string,
): string {
  return `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  keepalive_timeout 60s;
  keepalive_requests 100000;
  client_max_body_size 64m;
  client_body_buffer_size 1m;
  upstream api {
    least_conn;
${upstreams.map((address) => `    server ${address} max_fails=0;`).join('\n')}
    keepalive 64;
  }
  server {
    listen 127.0.0.1:${statusPort};
    location / { stub_status; }
  }
  server {
    listen 127.0.0.1:${port}${tls === undefined ? '' : ' ssl http2'} backlog=4096;
${
  tls === undefined
    ? ''
    : `    ssl_certificate ${tls.certificateFile};
    ssl_certificate_key ${tls.keyFile};
    ssl_protocols TLSv1.2 TLSv1.3;`
}
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-Host $http_host;
    proxy_connect_timeout 2s;
    proxy_read_timeout 130s;
    proxy_next_upstream error timeout http_502 http_503;
    proxy_next_upstream_tries 2;
    location / { proxy_pass http://api; }
    location ~ ^/api/v1/(events|jobs/[^/]+/events)$ {
      proxy_buffering off;
      proxy_read_timeout 1h;
      proxy_pass http://api;
    }
  }
}
`;
}
