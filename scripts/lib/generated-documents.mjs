/** Files made by programs, in the order in which they depend on one another: what each program writes. */
export const GENERATED_DOCUMENTS = [
  {
    program: 'packages/platform/scripts/write-configuration-docs.ts',
    writes: ['docs/reference/configuration.md', '.env.example'],
  },
  { program: 'packages/platform/scripts/write-metrics-docs.ts', writes: ['docs/reference/metrics.md'] },
  { program: 'apps/api/scripts/write-openapi.ts', writes: ['docs/reference/openapi.json'] },
  { program: 'apps/api/scripts/write-problem-pages.ts', writes: ['docs/reference/problems/README.md'] },
  { program: 'apps/api/scripts/write-audit-actions.ts', writes: ['docs/reference/audit-actions.md'] },
  { program: 'apps/api/scripts/write-permissions.ts', writes: ['docs/reference/permissions.md'] },
  { program: 'apps/api/scripts/write-route-table.ts', writes: ['docs/reference/api.md'] },
  {
    program: 'tools/monitoring/src/main.ts',
    writes: ['service', 'api', 'queue', 'database', 'model-quality', 'laboratory', 'infrastructure'].map(
      (name) => `deployment/configs/grafana/dashboards/mlmcsc-${name}.json`,
    ),
  },
  {
    program: 'deployment/test/support/kubernetes/write-rules.ts',
    writes: ['deployment/kubernetes/monitoring/rules/prometheus-rule.yaml'],
  },
  { program: 'packages/client/scripts/generate.ts', writes: ['packages/client/src/openapi.generated.ts'] },
];
