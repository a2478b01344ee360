import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { parseAuditSearch } from '../features/audit/audit-search.ts';
import { parseHistorySearch } from '../features/history/history-search.ts';
import { parseJobSearch } from '../features/jobs/job-text.ts';
import { parseQueueWalk, parseReviewQueueSearch } from '../features/review-queue/review-queue-search.ts';
import { safeNext } from '../features/session/safe-next.ts';
import { textsReady } from '../shared/language/texts.ts';
import { sessionQuery } from '../shared/queries/session-query.ts';
import { ErrorState, LoadingState } from '../shared/ui/states.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import type { RouterContext } from './router-context.ts';
import { Shell } from './shell/shell.tsx';
import { text } from './texts/text.ts';

/** A page of its own chunk, shown once its texts are there in the language of the page. */
function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const page = await load();
    await textsReady();
    return page;
  }, name);
}

const rootRoute = createRootRouteWithContext<RouterContext>()();

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { next?: string; problem?: string } => ({
    ...(typeof raw.next === 'string' ? { next: raw.next } : {}),
    ...(typeof raw.problem === 'string' ? { problem: raw.problem } : {}),
  }),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch(() => null);
    if (session !== null) throw redirect({ href: safeNext(search.next) });
  },
  component: lazyPage(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  component: lazyPage(() => import('./pages/welcome-page.tsx'), 'WelcomePage'),
});

/** Everything behind the sign-in. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    // Nothing but the own account works before the second factor is set up.
    if (session.second_factor_missing && location.pathname !== '/account') throw redirect({ to: '/account' });
    context.getBench().openFor(session.user.id);
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const analyseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyPage(() => import('./pages/analyse-page.tsx'), 'AnalysePage'),
});

const cameraRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/camera',
  component: lazyPage(() => import('./pages/camera-page.tsx'), 'CameraPage'),
});

const historyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/history',
  validateSearch: parseHistorySearch,
  component: lazyPage(() => import('./pages/history-page.tsx'), 'HistoryPage'),
});

const analysisRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/analyses/$id',
  validateSearch: parseQueueWalk,
  component: lazyPage(() => import('./pages/analysis-page.tsx'), 'AnalysisPage'),
});

const reviewQueueRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/review-queue',
  validateSearch: parseReviewQueueSearch,
  component: lazyPage(() => import('./pages/review-queue-page.tsx'), 'ReviewQueuePage'),
});

const jobsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/jobs',
  validateSearch: parseJobSearch,
  component: lazyPage(() => import('./pages/jobs-page.tsx'), 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/jobs/$id',
  component: lazyPage(() => import('./pages/job-page.tsx'), 'JobPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/model',
  component: lazyPage(() => import('./pages/model-page.tsx'), 'ModelPage'),
});

const trialRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/model/trials/$id',
  component: lazyPage(() => import('./pages/trial-page.tsx'), 'TrialPage'),
});

const seriesListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/series',
  component: lazyPage(() => import('./pages/series-list-page.tsx'), 'SeriesListPage'),
});

const seriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/series/$id',
  component: lazyPage(() => import('./pages/series-page.tsx'), 'SeriesPage'),
});

const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  component: lazyPage(() => import('./pages/reports-page.tsx'), 'ReportsPage'),
});

const verifyReportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/verify',
  validateSearch: (raw: Record<string, unknown>): { code?: string } =>
    typeof raw.code === 'string' ? { code: raw.code } : {},
  component: lazyPage(() => import('./pages/verify-report-page.tsx'), 'VerifyReportPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/$id',
  component: lazyPage(() => import('./pages/report-page.tsx'), 'ReportPage'),
});

const datasetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/datasets',
  component: lazyPage(() => import('./pages/datasets-page.tsx'), 'DatasetsPage'),
});

const datasetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/datasets/$digest',
  component: lazyPage(() => import('./pages/dataset-page.tsx'), 'DatasetPage'),
});

const studiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies',
  component: lazyPage(() => import('./pages/studies-page.tsx'), 'StudiesPage'),
});

const studyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies/$id',
  component: lazyPage(() => import('./pages/study-page.tsx'), 'StudyPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyPage(() => import('./pages/account-page.tsx'), 'AccountPage'),
});

const usersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users',
  component: lazyPage(() => import('./pages/users-page.tsx'), 'UsersPage'),
});

const userRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users/$id',
  component: lazyPage(() => import('./pages/user-page.tsx'), 'UserPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyPage(() => import('./pages/audit-page.tsx'), 'AuditPage'),
});

const webhooksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/webhooks',
  component: lazyPage(() => import('./pages/webhooks-page.tsx'), 'WebhooksPage'),
});

const schedulesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/schedules',
  component: lazyPage(() => import('./pages/schedules-page.tsx'), 'SchedulesPage'),
});

const retentionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/retention',
  validateSearch: (raw: Record<string, unknown>): { image?: string } =>
    typeof raw.image === 'string' ? { image: raw.image } : {},
  component: lazyPage(() => import('./pages/retention-page.tsx'), 'RetentionPage'),
});

const letterheadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/letterhead',
  component: lazyPage(() => import('./pages/letterhead-page.tsx'), 'LetterheadPage'),
});

const driftRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/drift',
  component: lazyPage(() => import('./pages/drift-page.tsx'), 'DriftPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operations',
  component: lazyPage(() => import('./pages/operations-page.tsx'), 'OperationsPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  signedInRoute.addChildren([
    analyseRoute,
    cameraRoute,
    historyRoute,
    analysisRoute,
    reviewQueueRoute,
    jobsRoute,
    jobRoute,
    modelRoute,
    trialRoute,
    seriesListRoute,
    seriesRoute,
    reportsRoute,
    verifyReportRoute,
    reportRoute,
    datasetsRoute,
    datasetRoute,
    studiesRoute,
    studyRoute,
    accountRoute,
    usersRoute,
    userRoute,
    auditRoute,
    webhooksRoute,
    schedulesRoute,
    retentionRoute,
    letterheadRoute,
    driftRoute,
    operationsRoute,
  ]),
]);

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: () => <LoadingState label={text.loading} />,
    defaultErrorComponent: ({ error, reset }) => (
      <div style={{ maxWidth: 640, margin: '48px auto', padding: 16 }}>
        <ErrorState error={error} onRetry={reset} />
      </div>
    ),
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
