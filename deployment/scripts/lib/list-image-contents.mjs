import { createHash } from 'node:crypto';
import { filesOfTar } from './files-of-tar.mjs';

/**
 * `docker export … | list-image-contents.mjs <name> <version> <time>`: prints what an image holds as a CycloneDX document (SBOM): its
 * packages of npm and of Debian, as they lie there, with licences where they say so.
 */
const [name, version, timestamp] = process.argv.slice(2);
const MANIFEST = /(^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/;
const DEBIAN = /^var\/lib\/dpkg\/(status|status\.d\/[^/]+)$/;

const components = new Map();
const add = (component) => components.set(component.purl, component);
let debian = 'debian-12';
for await (const { path, content } of filesOfTar(
  process.stdin,
  (file) => MANIFEST.test(file) || DEBIAN.test(file) || file.endsWith('etc/os-release'),
)) {
  if (MANIFEST.test(path)) addNpmPackage(content.toString('utf8'), MANIFEST.exec(path)[2]);
  else if (DEBIAN.test(path))
    for (const stanza of content.toString('utf8').split('\n\n')) addDebianPackage(stanza);
  else debian = osRelease(content.toString('utf8')) ?? debian;
}
const sorted = [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
const digest = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
const document = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
  version: 1,
  metadata: { timestamp, component: { type: 'container', 'bom-ref': name, name, version } },
  components: sorted,
};
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);

function addNpmPackage(text, folder) {
  const manifest = JSON.parse(text);
  // Folders inside a package may hold a package.json that says only how its files are read.
  if (manifest.name !== folder || typeof manifest.version !== 'string') return;
  const purl = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
  add({
    ...{ type: 'library', 'bom-ref': purl, name: manifest.name, version: manifest.version },
    ...(typeof manifest.license === 'string' ? { licenses: [{ expression: manifest.license }] } : {}),
    purl,
  });
}

function addDebianPackage(stanza) {
  const field = (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(stanza)?.[1];
  const packageName = field('Package');
  if (packageName === undefined || !/ installed$/.test(field('Status') ?? '')) return;
  const purl = `pkg:deb/debian/${packageName}@${encodeURIComponent(field('Version'))}?arch=${field('Architecture')}&distro=${debian}`;
  add({ type: 'library', 'bom-ref': purl, name: packageName, version: field('Version'), purl });
}

function osRelease(text) {
  const field = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(text)?.[1];
  return field('ID') === undefined ? undefined : `${field('ID')}-${field('VERSION_ID')}`;
}
