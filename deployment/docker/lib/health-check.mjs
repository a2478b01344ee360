import { statSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * HEALTHCHECK of the images: exit code 0 when the process beside it is alive. A worker says so by a file that it rewrites every five
 * seconds; an API by `GET /livez` on its own port.
 */
const { MLMCSC_HEALTH_FILE, MLMCSC_PORT = '8080', MLMCSC_TLS_CERT_FILE } = process.env;
const OLD_AFTER_MS = 60_000;
const TIMEOUT_MS = 15_000;

if (process.argv[2] === 'worker') {
  const age = Date.now() - statSync(MLMCSC_HEALTH_FILE ?? '/tmp/worker.health').mtimeMs;
  if (age > OLD_AFTER_MS) fail(`the health file is ${Math.round(age / 1000)} s old`);
} else {
  const encrypted = MLMCSC_TLS_CERT_FILE !== undefined && MLMCSC_TLS_CERT_FILE !== '';
  const request = encrypted ? requestHttps : requestHttp;
  // The certificate is for the name that others use; what answers on this port of 127.0.0.1 is the process beside this one.
  const options = {
    host: '127.0.0.1',
    port: Number(MLMCSC_PORT),
    path: '/livez',
    timeout: TIMEOUT_MS,
    rejectUnauthorized: false,
  };
  request(options, (answer) => {
    answer.resume();
    if (answer.statusCode !== 200) fail(`GET /livez answered ${answer.statusCode}`);
  })
    .on('timeout', () => fail('GET /livez took too long'))
    .on('error', (error) => fail(error.message))
    .end();
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
