import { Badge, Button, Group, Stack } from '@mantine/core';
import type { Series } from '@mlmcsc/contracts';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { seriesExportUrl, seriesQuery } from '../api/series-requests.ts';
import { text } from '../texts/text.ts';
import { AcceptancePanel } from './acceptance-panel.tsx';
import { CurvePanel } from './curve-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { InstrumentedPanel } from './instrumented-panel.tsx';
import classes from './series.module.css';
import { SpecimenTable } from './specimen-table.tsx';

interface Reports {
  readonly renderReports: (seriesId: string) => ReactNode;
}

/** One series: its specimens, whether they pass, and their transition curve. */
export function SeriesDetail({ id, ...reports }: { id: string } & Reports) {
  const query = useQuery(seriesQuery(id));
  return (
    <>
      <Link to="/series" className={`text-link ${classes.back}`}>
        {rich(text.allSeries, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheSeries} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Detail series={query.data} {...reports} />}
    </>
  );
}

function Detail({ series, renderReports }: { series: Series } & Reports) {
  const role = useSignedInUser()?.role ?? 'viewer';
  const { standard, edition, client, project, orientation, location } = series;
  const facts = [
    edition === null ? standard : `${standard}:${edition}`,
    client,
    project,
    orientation,
    location,
  ].filter((fact) => fact !== null);
  return (
    <>
      <PageHeader
        title={series.name}
        description={
          <>
            {facts.join(' · ')}{' '}
            {series.status === 'closed' && (
              <Badge variant="light" color="gray" radius="sm" tt="none">
                {text.closed}
              </Badge>
            )}
          </>
        }
      />
      <Stack gap="md" data-testid="series-detail">
        <Group gap="sm">
          {(['csv', 'xlsx', 'json'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={seriesExportUrl(series.id, format)}
              download
              variant="default"
              h={44}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </Group>
        {series.acceptance !== null && <AcceptancePanel seriesId={series.id} />}
        <CurvePanel seriesId={series.id} />
        <SpecimenTable seriesId={series.id} />
        <InstrumentedPanel series={series} role={role} />
        {renderReports(series.id)}
        {roleAtLeast(role, 'technician') && series.status === 'open' && <ImportPanel seriesId={series.id} />}
      </Stack>
    </>
  );
}
