import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { TestCertificate } from './certificates.ts';
import { isListening, startService } from './service-process.ts';

/** A real nginx that speaks TLS in front of an HTTP server of this machine. */
export interface TlsProxy {
  /** `https://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts nginx (Debian package `nginx-light`) with this certificate before the HTTP server on `port`. */
export async function startTlsProxy(port: number, certificate: TestCertificate): Promise<TlsProxy> {
  const own = await freePort();
  const folder = await temporaryFolder('nginx');
  await writeFile(
    join(folder.path, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder.path}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path ${folder.path}/body;
  proxy_temp_path ${folder.path}/proxy;
  fastcgi_temp_path ${folder.path}/fastcgi;
  uwsgi_temp_path ${folder.path}/uwsgi;
  scgi_temp_path ${folder.path}/scgi;
  client_max_body_size 0;
  server {
    listen 127.0.0.1:${own} ssl;
    ssl_certificate ${certificate.certificateFile};
    ssl_certificate_key ${certificate.keyFile};
    ssl_protocols TLSv1.2 TLSv1.3;
    location / {
      proxy_pass http://127.0.0.1:${port};
      proxy_http_version 1.1;
      proxy_request_buffering off;
      proxy_buffering off;
      proxy_set_header Host $http_host;
      proxy_set_header Connection "";
    }
  }
}
`,
  );
  const nginx = await startService({
    name: 'nginx',
    command: '/usr/sbin/nginx',
    args: ['-p', folder.path, '-c', join(folder.path, 'nginx.conf')],
    isReady: () => isListening(own),
  });
  return {
    url: `https://localhost:${own}`,
    port: own,
    async stop() {
      // SIGTERM lets the main process take its workers along.
      await nginx.stop('SIGTERM');
      await folder.remove();
    },
  };
}
