import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Dataset } from '@mlmcsc/contracts';
import { IconArrowLeft, IconDownload, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatBytes, formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { datasetQuery, exportUrl, verifyDataset } from '../api/dataset-requests.ts';
import { datasetTitle, filterText } from '../dataset-text.ts';
import { BandBar } from './band-bar.tsx';
import { DatasetEntries } from './dataset-entries.tsx';
import classes from './datasets.module.css';

/** One version: what is in it, its files, and whether they are whole. */
export function DatasetDetail({ digest }: { digest: string }) {
  const query = useQuery(datasetQuery(digest));
  return (
    <>
      <Link to="/datasets" className={`text-link ${classes.back}`}>
        <IconArrowLeft size={18} aria-hidden /> &nbsp;All datasets
      </Link>
      {query.isPending && <LoadingState label="Loading the dataset…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Detail version={query.data} />}
    </>
  );
}

function Detail({ version }: { version: Dataset }) {
  return (
    <>
      <PageHeader
        title={datasetTitle(version)}
        description={
          <code className={classes.digest} data-testid="dataset-digest">
            {version.digest}
          </code>
        }
      />
      <Stack gap="md" data-testid="dataset-detail">
        <Facts version={version} />
        <Files version={version} />
        <DatasetEntries digest={version.digest} />
      </Stack>
    </>
  );
}

function Facts({ version }: { version: Dataset }) {
  const { summary } = version;
  const filter = filterText(version);
  return (
    <Paper withBorder p="md" component="section" aria-label="What is in it">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="md">
        <Fact title="Pictures">{formatNumber(version.items, 0)}</Fact>
        <Fact title="Held out, judge models">
          {formatNumber(version.held_out, 0)}
          {version.items > 0 && ` (${formatShare(version.held_out / version.items)})`}
        </Fact>
        {summary !== null && (
          <>
            <Fact title="People who labelled">{formatNumber(summary.technicians, 0)}</Fact>
            <Fact title="Accepted as measured">{formatNumber(summary.accepted, 0)}</Fact>
            <Fact title="Painted">{formatNumber(summary.painted, 0)}</Fact>
            <Fact title="Size of the pictures">{formatBytes(summary.picture_bytes)}</Fact>
          </>
        )}
        <Fact title={version.source === 'imported' ? 'Imported' : 'Made'}>
          {formatInstant(version.created_at)}
        </Fact>
        <Fact title="By">{version.created_by}</Fact>
      </SimpleGrid>
      {summary !== null && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Text size="sm" c="dimmed" mb={4}>
            Percent shear of the labels
          </Text>
          <BandBar summary={summary} />
        </div>
      )}
      {filter !== null && (
        <Text size="sm" mt="md">
          Only {filter}
        </Text>
      )}
      {version.parent_digest !== null && (
        <Text size="sm" mt="md">
          Continues{' '}
          <Link to="/datasets/$digest" params={{ digest: version.parent_digest }} className="text-link">
            {version.parent_digest.slice(0, 8)}
          </Link>
          : the newest labels come after those.
        </Text>
      )}
    </Paper>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <div className="numeric" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </div>
    </div>
  );
}

const FILES = [
  { format: 'tar', title: 'Archive with pictures' },
  { format: 'coco', title: 'COCO' },
  { format: 'csv', title: 'CSV' },
  { format: 'ndjson', title: 'NDJSON' },
] as const;

function Files({ version: { digest } }: { version: Dataset }) {
  const check = useMutation({ mutationFn: () => verifyDataset(digest) });
  return (
    <Paper withBorder p="md" component="section" aria-label="Files">
      <Title order={2} size="h4" mb="sm">
        Download
      </Title>
      <Group gap="sm">
        {FILES.map(({ format, title }) => (
          <Button
            key={format}
            component="a"
            href={exportUrl(digest, format)}
            download
            variant={format === 'tar' ? 'filled' : 'default'}
            h={44}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {title}
          </Button>
        ))}
        <Button
          variant="default"
          h={44}
          loading={check.isPending}
          disabled={check.isSuccess}
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          onClick={() => check.mutate()}
        >
          Check the pictures
        </Button>
      </Group>
      {check.isSuccess && (
        <Alert mt="md" variant="light" icon={<IconInfoCircle />}>
          Every picture is being compared with its digest.{' '}
          <Link to="/jobs/$id" params={{ id: check.data.id }} className="text-link">
            Watch the job
          </Link>
        </Alert>
      )}
      {check.isError && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={check.error} />
        </div>
      )}
    </Paper>
  );
}
