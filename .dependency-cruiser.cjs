/**
 * Who may import whom (the table of CONTRIBUTING.md, as rules). A workspace may import the ones listed and nothing else of ours;
 * type-only imports count. Tests may also use the renderer of specimens and the shared test helpers.
 */
const path = require('node:path');

const MAY_IMPORT = {
  'packages/charpy': [],
  'packages/contracts': ['packages/charpy'],
  'packages/kernels': [],
  'packages/vision': ['packages/charpy', 'packages/kernels'],
  'packages/learning': ['packages/charpy', 'packages/kernels'],
  'packages/core': [
    'packages/contracts',
    'packages/charpy',
    'packages/kernels',
    'packages/vision',
    'packages/learning',
  ],
  'packages/specimens': ['packages/charpy', 'packages/vision'],
  'packages/client': ['packages/contracts'],
  'packages/platform': [
    'packages/contracts',
    'packages/charpy',
    'packages/kernels',
    'packages/vision',
    'packages/learning',
    'packages/core',
  ],
  'apps/api': ['packages/contracts', 'packages/charpy', 'packages/core', 'packages/platform'],
  'apps/worker': ['packages/contracts', 'packages/charpy', 'packages/core', 'packages/platform'],
  'apps/cli': [
    'packages/contracts',
    'packages/charpy',
    'packages/core',
    'packages/learning',
    'packages/platform',
    'packages/specimens',
    'packages/vision',
  ],
  'apps/web': ['packages/contracts', 'packages/charpy', 'packages/client', 'packages/vision'],
  'tools/default-model': [
    'packages/core',
    'packages/kernels',
    'packages/learning',
    'packages/platform',
    'packages/specimens',
    'packages/vision',
  ],
  // Names of metrics are checked by putting every query to a running system, not by an import.
  'tools/monitoring': [],
  'tools/evaluate': [
    'packages/core',
    'packages/learning',
    'packages/platform',
    'packages/specimens',
    'packages/vision',
    'tools/default-model',
  ],
};

const OURS = '^(packages|apps|tools)/';
const TESTS = '(\\.test\\.tsx?$|/test/|^e2e/|^test/|^bench/|^deployment/test/)';

const layerRules = Object.entries(MAY_IMPORT).map(([workspace, allowed]) => ({
  name: `layer-${workspace.replace('/', '-')}`,
  comment: `${workspace} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${workspace}/`, pathNot: TESTS },
  to: { path: OURS, pathNot: [workspace, ...allowed].map((name) => `^${name}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'tests-stay-below-apps',
      comment: 'Tests of a package use the renderer and shared helpers, never an application.',
      severity: 'error',
      from: { path: '^packages/[^/]+/.*(\\.test\\.tsx?$|/test/)' },
      to: { path: '^apps/' },
    },
    {
      name: 'learning-never-sees-vision',
      comment: 'Descriptors are data: the two know nothing of one another, in tests neither.',
      severity: 'error',
      from: { path: '^packages/(vision|learning)/' },
      to: { path: '^packages/(vision|learning)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-deep-imports',
      comment: 'Another workspace is reached by its package name, so that its exports hold.',
      severity: 'error',
      from: { path: '^((?:packages|apps|tools)/[^/]+)/' },
      to: { path: OURS, pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'A name that resolves to nothing: a typing error, or a path that exports does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'pure-packages-use-no-node',
      comment: 'Arrays in, arrays out: no files, clock or network, and it runs in browsers.',
      severity: 'error',
      from: {
        path: '^packages/(kernels|vision|learning|specimens|charpy|contracts|client)/src/',
        pathNot: TESTS,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-technology',
      comment: 'Use cases and the ports they need; drivers belong to adapters.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TESTS },
      to: {
        path: '(^|node_modules/)(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|pg|drizzle-orm|graphile-worker|sharp|piscina|fastify|pino|better-auth|ioredis)(/|$)',
      },
    },
    {
      name: 'sql-only-in-postgres',
      severity: 'error',
      from: {
        path: OURS,
        pathNot: ['^packages/platform/src/(postgres|embedded-postgres|queue|auth|testing)/', TESTS],
      },
      to: { path: 'node_modules/(pg|drizzle-orm)(/|$)' },
    },
    {
      name: 'redis-only-in-cache',
      severity: 'error',
      from: { path: OURS, pathNot: ['^packages/platform/src/cache/', TESTS] },
      to: { path: 'node_modules/ioredis(/|$)' },
    },
    {
      name: 'adapters-know-no-other',
      comment:
        'One folder a technology; only telemetry, configuration and operating-system helpers are shared. The measurer composes decoding with seeing, backup the database with objects (ADR 36).',
      severity: 'error',
      from: { path: '^packages/platform/src/(?!testing/|measurer/|backup/)([^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/platform/src/[^/]+/',
        pathNot: '^packages/platform/src/($1|telemetry|config|files|system)/',
      },
    },
    {
      name: 'web-features-know-no-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-shared-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/shared/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules/(?!@mlmcsc/)|dist/|assembly/).*\\.d\\.ts$|(^|/)(dist|assembly)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.base.json') },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
