import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

/** A real S3 server (Ceph's radosgw on a memory store): signatures, ranges, multipart and expiry are enforced. */
export interface TestS3 {
  /** `http://127.0.0.1:<port>`; addresses are path style. */
  readonly endpoint: string;
  readonly port: number;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Makes an empty bucket. @returns its name */
  createBucket(): Promise<string>;
  /** The gateway; replaced by `restart`. Stopping it (or SIGSTOP) takes S3 away and keeps the data. */
  process(): ServiceProcess;
  /** Starts the gateway again on the same port with the same data. */
  restart(): Promise<void>;
  /** Ends everything and deletes its folder. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Starts it (Debian packages `radosgw ceph-mon ceph-osd ceph-common`); one or two seconds, some 250 MB. For TLS put
 * `startTlsProxy` in front.
 */
export async function startS3(): Promise<TestS3> {
  const [port, monitorPort, monitorPort1] = [await freePort(), await freePort(), await freePort()];
  const folder = await temporaryFolder('s3');
  const inFolder = (name: string) => join(folder.path, name);
  for (const name of ['mon', 'osd', 'rgw', 'log', 'run']) await mkdir(inFolder(name));
  const clusterId = randomUUID();
  const monitor = `[v2:127.0.0.1:${monitorPort},v1:127.0.0.1:${monitorPort1}]`;
  await writeFile(inFolder('ceph.conf'), configuration(folder.path, clusterId, monitor, port));
  const environment = { CEPH_CONF: inFolder('ceph.conf') };
  const command = (program: string, ...args: readonly string[]) =>
    run(program, args, { env: { ...process.env, ...environment }, timeout: 60_000 });
  const running: ServiceProcess[] = [];
  const removeWithTest = () => rmSync(folder.path, { recursive: true, force: true, maxRetries: 20 });
  const start = async (name: string, args: readonly string[], isReady: () => Promise<boolean>) => {
    const service = await startService({
      ...{ name, command: `/usr/bin/${name}`, args: ['-f', ...args], environment, isReady },
      readyWithinMs: 60_000,
    });
    running.push(service);
    return service;
  };
  const stop = async () => {
    // The gateway first: it would wait for the others.
    process.off('exit', removeWithTest);
    for (const service of running.reverse()) await service.stop('SIGKILL');
    await folder.remove();
  };
  const startGateway = () => start('radosgw', ['-n', 'client.rgw.a'], () => isListening(port));

  try {
    const keyring = inFolder('keyring');
    await command(
      'ceph-authtool',
      '--create-keyring',
      keyring,
      '--gen-key',
      '-n',
      'mon.',
      ...allowAll('mon'),
    );
    for (const name of ['client.admin', 'osd.0', 'client.rgw.a']) {
      await command('ceph-authtool', keyring, '--gen-key', '-n', name, ...allowAll('mon', 'osd', 'mgr'));
    }
    const map = inFolder('monmap');
    await command('monmaptool', '--create', '--fsid', clusterId, '--addv', 'a', monitor, map);
    await command('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring);
    await start('ceph-mon', ['-i', 'a'], () => isListening(monitorPort));
    const osd = randomUUID();
    await command('ceph', 'osd', 'new', osd);
    await command('ceph', 'auth', 'import', '-i', keyring);
    await command('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', osd);
    await start('ceph-osd', ['-i', '0'], async () => true);
    let gateway = await startGateway();
    // After the servers, whose own handlers were there first.
    process.once('exit', removeWithTest);
    const accessKeyId = `key${randomBytes(6).toString('hex')}`;
    const secretAccessKey = randomBytes(18).toString('base64url');
    await command(
      ...(['radosgw-admin', 'user', 'create', '--uid=mlmcsc', '--display-name=mlmcsc'] as const),
      ...[`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`],
    );
    const endpoint = `http://127.0.0.1:${port}`;
    const region = 'us-east-1';
    let buckets = 0;
    return {
      ...{ endpoint, port, region, accessKeyId, secretAccessKey, stop },
      async createBucket() {
        buckets += 1;
        const client = new S3Client({
          ...{ endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } },
        });
        const bucket = `bucket-${buckets}`;
        await client.send(new CreateBucketCommand({ Bucket: bucket }));
        client.destroy();
        return bucket;
      },
      process: () => gateway,
      async restart() {
        await gateway.stop('SIGKILL');
        gateway = await startGateway();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const allowAll = (...services: readonly string[]) => services.flatMap((name) => ['--cap', name, 'allow *']);

function configuration(folder: string, clusterId: string, monitor: string, port: number): string {
  return `[global]
fsid=${clusterId}
mon host=${monitor}
auth cluster required=cephx
auth service required=cephx
auth client required=cephx
auth allow insecure global id reclaim=true
osd pool default size=1
osd pool default min size=1
osd pool default pg num=1
osd pool default pg autoscale mode=off
mon allow pool size one=true
mon max pg per osd=2000
osd crush chooseleaf type=0
osd objectstore=memstore
memstore device bytes=4294967296
# Each pool the gateway makes is a decision of the monitor, by default one a second.
paxos propose interval=0.02
paxos min wait=0.01
# A killed gateway is forgotten soon, so that the next one need not wait half a minute for its answer.
osd client watch timeout=2
osd default notify timeout=2
public addr=127.0.0.1
run dir=${folder}/run
admin socket=${folder}/run/$name.asok
pid file=${folder}/run/$name.pid
log file=${folder}/log/$name.log
mon data=${folder}/mon
osd data=${folder}/osd
rgw data=${folder}/rgw
keyring=${folder}/keyring
rgw frontends=beast endpoint=127.0.0.1:${port} tcp_nodelay=1
rgw dns name=localhost
`;
}
