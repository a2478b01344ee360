import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { driftQuery } from '../api/drift-requests.ts';
import { text } from '../texts/text.ts';
import { OpenFindings, PastFindings } from './finding-list.tsx';
import { ReferencePanel } from './reference-panel.tsx';
import { SignalList } from './signal-list.tsx';

/** Whether pictures, answers and labels are as they were. */
export function DriftOverview() {
  const role = useSignedInUser()?.role ?? 'viewer';
  const status = useQuery(driftQuery);
  return (
    <>
      <PageHeader title={text.drift} description={text.whetherLightLensCamera} />
      {status.isPending && <LoadingState label={text.loadingHowItStands} />}
      {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.isSuccess && (
        <Stack gap="md">
          <OpenFindings findings={status.data.open} mayAcknowledge={roleAtLeast(role, 'reviewer')} />
          <SignalList signals={status.data.signals} />
          <ReferencePanel status={status.data} maySet={roleAtLeast(role, 'engineer')} />
          <PastFindings />
        </Stack>
      )}
    </>
  );
}
