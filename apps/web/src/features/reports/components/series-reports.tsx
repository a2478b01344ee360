import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { SeriesCurve } from '@mlmcsc/contracts';
import { IconFileCertificate } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { makeReport, reportKeys, seriesReportsQuery } from '../api/report-requests.ts';
import { text } from '../texts/text.ts';
import { ReportRows } from './report-rows.tsx';

const CURVES: readonly { value: SeriesCurve['property']; label: string }[] = [
  {
    value: 'energy',
    get label() {
      return text.energy2;
    },
  },
  {
    value: 'lateral-expansion',
    get label() {
      return text.lateralExpansion2;
    },
  },
  {
    value: 'shear',
    get label() {
      return text.percentShear;
    },
  },
];

/** Reports of a series, and making another one. */
export function SeriesReports({ seriesId }: { seriesId: string }) {
  const query = useQuery(seriesReportsQuery(seriesId));
  const role = useSignedInUser()?.role ?? 'viewer';
  return (
    <Section title={text.reports} description={text.aReportWritesThe}>
      {query.isPending && <LoadingState label={text.loadingTheReports} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Text c="dimmed">{text.noReportsYet2}</Text>}
      {query.data !== undefined && query.data.length > 0 && <ReportRows reports={query.data} isInSeries />}
      {roleAtLeast(role, 'technician') && <MakeReport seriesId={seriesId} />}
    </Section>
  );
}

function MakeReport({ seriesId }: { seriesId: string }) {
  const [curves, setCurves] = useState<string[]>(['energy']);
  const [key] = useState(newKey);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const making = useMutation({
    mutationFn: () =>
      makeReport(
        seriesId,
        {
          curves: CURVES.filter(({ value }) => curves.includes(value)).map(({ value: property }) => ({
            property,
          })),
        },
        key,
      ),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: reportKeys.all });
      await navigate({ to: '/reports/$id', params: { id } });
    },
  });
  return (
    <form
      aria-label={text.makeAReport}
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <Group gap="md" align="flex-end">
        <Checkbox.Group label={text.withTheTransitionCurves} value={curves} onChange={setCurves}>
          <Group gap="md" mt={4}>
            {CURVES.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} styles={{ body: { minHeight: 32 } }} />
            ))}
          </Group>
        </Checkbox.Group>
        <Button
          type="submit"
          h={44}
          loading={making.isPending}
          leftSection={<IconFileCertificate size={18} aria-hidden />}
        >
          {text.makeReport}
        </Button>
      </Group>
      {making.error !== null && <ErrorState error={making.error} />}
    </form>
  );
}
