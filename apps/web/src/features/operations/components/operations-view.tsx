import { Alert, Stack } from '@mantine/core';
import type { Operations } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describeErrorBriefly, isDenied } from '../../../shared/api/problem.ts';
import { formatClock } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { operationsQuery } from '../api/operations-query.ts';
import { stateWords, statusSentence } from '../operations-text.ts';
import { text } from '../texts/text.ts';
import { BackupPanel } from './backup-panel.tsx';
import { ComponentList } from './component-list.tsx';
import classes from './operations.module.css';
import { QueuePanel } from './queue-panel.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { StoragePanel } from './storage-panel.tsx';
import { VersionPanel } from './version-panel.tsx';

/** How the installation stands, for whoever runs it. @param props.children - the jobs that run and that are dead */
export function OperationsView({ children }: { children: ReactNode }) {
  const query = useQuery(operationsQuery);
  const { data, error } = query;
  return (
    <>
      <PageHeader title={text.title} description={text.howItStands} />
      <Stack gap="md">
        {query.isPending && <LoadingState label={text.asking} />}
        {error !== null && data === undefined && (
          <>
            <ErrorState error={error} onRetry={() => void query.refetch()} />
            {!isDenied(error) && <ReadinessPanel />}
          </>
        )}
        {error !== null && data !== undefined && (
          <Alert color="orange" variant="light" icon={<IconPlugConnectedX aria-hidden />} role="alert">
            {fill(text.howItStood, { time: formatClock(data.at), reason: describeErrorBriefly(error) })}
          </Alert>
        )}
        {data !== undefined && <Standing operations={data}>{children}</Standing>}
      </Stack>
    </>
  );
}

function Standing({ operations, children }: { operations: Operations; children: ReactNode }) {
  const { at, status, components, storage, backups } = operations;
  return (
    <>
      <Alert
        color={stateWords(status).color}
        variant="light"
        icon={status === 'ok' ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        data-testid="status"
        data-status={status}
      >
        <strong>{statusSentence({ components })}</strong> {fill(text.asOf, { time: formatClock(at) })}
      </Alert>
      <ComponentList components={components} />
      <QueuePanel operations={operations}>{children}</QueuePanel>
      <div className={classes.pair}>
        <StoragePanel at={at} storage={storage} />
        <Stack gap="md">
          <BackupPanel at={at} backups={backups} />
          <VersionPanel operations={operations} />
        </Stack>
      </div>
    </>
  );
}
