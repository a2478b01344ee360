import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Dataset } from '@mlmcsc/contracts';
import { IconArrowLeft, IconDownload, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatBytes, formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { datasetQuery, exportUrl, verifyDataset } from '../api/dataset-requests.ts';
import { datasetTitle, filterText } from '../dataset-text.ts';
import { text } from '../texts/text.ts';
import { BandBar } from './band-bar.tsx';
import { DatasetEntries } from './dataset-entries.tsx';
import classes from './datasets.module.css';

/** One version: what is in it, its files, and whether they are whole. */
export function DatasetDetail({ digest }: { digest: string }) {
  const query = useQuery(datasetQuery(digest));
  return (
    <>
      <Link to="/datasets" className={`text-link ${classes.back}`}>
        {rich(text.allDatasets, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheDataset} />}
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
    <Paper withBorder p="md" component="section" aria-label={text.whatIsInIt}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="md">
        <Fact title={text.pictures}>{formatNumber(version.items, 0)}</Fact>
        <Fact title={text.heldOutJudgeModels}>
          {formatNumber(version.held_out, 0)}
          {version.items > 0 && ` (${formatShare(version.held_out / version.items)})`}
        </Fact>
        {summary !== null && (
          <>
            <Fact title={text.peopleWhoLabelled}>{formatNumber(summary.technicians, 0)}</Fact>
            <Fact title={text.acceptedAsMeasured}>{formatNumber(summary.accepted, 0)}</Fact>
            <Fact title={text.painted}>{formatNumber(summary.painted, 0)}</Fact>
            <Fact title={text.sizeOfThePictures}>{formatBytes(summary.picture_bytes)}</Fact>
          </>
        )}
        <Fact title={version.source === 'imported' ? text.imported : text.made}>
          {formatInstant(version.created_at)}
        </Fact>
        <Fact title={text.by}>{version.created_by}</Fact>
      </SimpleGrid>
      {summary !== null && (
        <div style={{ marginTop: 16, maxWidth: 560 }}>
          <Text size="sm" c="dimmed" mb={4}>
            {text.percentShearOfThe}
          </Text>
          <BandBar summary={summary} />
        </div>
      )}
      {filter !== null && (
        <Text size="sm" mt="md">
          {fill(text.only, { filter })}
        </Text>
      )}
      {version.parent_digest !== null && (
        <Text size="sm" mt="md">
          {rich(text.continuesTheNewestLabels, {
            parentDigest: (
              <Link to="/datasets/$digest" params={{ digest: version.parent_digest }} className="text-link">
                {version.parent_digest.slice(0, 8)}
              </Link>
            ),
          })}
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
  {
    format: 'tar',
    get title() {
      return text.archiveWithPictures;
    },
  },
  { format: 'coco', title: 'COCO' },
  { format: 'csv', title: 'CSV' },
  { format: 'ndjson', title: 'NDJSON' },
] as const;

function Files({ version: { digest } }: { version: Dataset }) {
  const check = useMutation({ mutationFn: () => verifyDataset(digest) });
  return (
    <Paper withBorder p="md" component="section" aria-label={text.files}>
      <Title order={2} size="h4" mb="sm">
        {text.download}
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
          {text.checkThePictures}
        </Button>
      </Group>
      {check.isSuccess && (
        <Alert mt="md" variant="light" icon={<IconInfoCircle />}>
          {rich(text.everyPictureIsBeing, {
            watchThe: (
              <Link to="/jobs/$id" params={{ id: check.data.id }} className="text-link">
                {text.watchTheJob}
              </Link>
            ),
          })}
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
