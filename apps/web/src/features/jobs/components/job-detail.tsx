import { Alert, Badge, Button, Group, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { Job, JobItem } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconArrowLeft, IconPhotoScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { elapsedBetween, formatInstant } from '../../../shared/format/format-time.ts';
import { formatDuration, formatHalfWidth, formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { analysisQuery } from '../../../shared/queries/analysis-query.ts';
import { serverText } from '../../../shared/server-words/server-words.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { StatusBadge } from '../../../shared/ui/status-badge.tsx';
import { Thumbnail } from '../../../shared/ui/thumbnail.tsx';
import { useSeen } from '../../../shared/ui/use-seen.ts';
import { jobItemsQuery, jobQuery } from '../api/job-queries.ts';
import { isActive, JOB_KIND_TITLES } from '../job-text.ts';
import { text } from '../texts/text.ts';
import { JobActions, JobProgress, JobStateBadge } from './job-parts.tsx';

interface JobDetailProps {
  jobId: string;
  /** Puts the pictures on the bench. */
  onReview: (jobId: string, imageIds: readonly string[]) => void;
}

const POLL_MS = 4000;
/** Rows shown before the reader asks for more. */
const ITEMS_SHOWN = 100;

/** One job: state, progress, failure, result, and its pictures. */
export function JobDetail({ jobId, onReview }: JobDetailProps) {
  const job = useQuery({
    ...jobQuery(jobId),
    refetchInterval: ({ state }) => (state.data !== undefined && isActive(state.data) ? POLL_MS : false),
  });
  const isBatch = job.data?.kind === 'analysis.batch.v1';
  const items = useQuery({ ...jobItemsQuery(jobId), enabled: isBatch });
  if (job.isPending) return <LoadingState label={text.loadingTheJob} />;
  if (job.isError) return <ErrorState error={job.error} onRetry={() => void job.refetch()} />;
  return (
    <>
      <Link
        to="/jobs"
        className="text-link"
        style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
      >
        {rich(text.allJobs, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      <PageHeader
        title={JOB_KIND_TITLES[job.data.kind]}
        actions={
          <>
            {isBatch && items.data !== undefined && (
              <Button
                h={44}
                leftSection={<IconPhotoScan size={18} />}
                onClick={() =>
                  onReview(
                    jobId,
                    items.data.map((item) => item.image_id),
                  )
                }
              >
                {text.reviewThePictures}
              </Button>
            )}
            <JobActions job={job.data} />
          </>
        }
      />
      <Stack gap="md" data-testid="job-detail" data-state={job.data.state}>
        <Summary job={job.data} />
        {job.data.error !== null && job.data.state !== 'completed' && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={text.lastFailure}>
            {job.data.error}
          </Alert>
        )}
        {isBatch && items.isError && <ErrorState error={items.error} onRetry={() => void items.refetch()} />}
        {isBatch && items.data !== undefined && <ItemTable items={items.data} />}
      </Stack>
    </>
  );
}

function Summary({ job }: { job: Job }) {
  const result = Object.entries(job.result ?? {}).filter(
    ([, value]) => typeof value !== 'object' || value === null,
  );
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="md">
        <Fact title={text.state}>
          <JobStateBadge job={job} />
        </Fact>
        <Fact title={text.progress}>
          <JobProgress job={job} />
        </Fact>
        <Fact title={text.attempts}>
          {fill(text.of, { attempts: job.attempts, maxAttempts: job.max_attempts })}
        </Fact>
        <Fact title={text.startedBy}>{job.created_by}</Fact>
        <Fact title={text.created}>{formatInstant(job.created_at)}</Fact>
        <Fact title={text.took}>{formatDuration(elapsedBetween(job.started_at, job.finished_at))}</Fact>
        {result.map(([name, value]) => (
          <Fact key={name} title={serverText(`job-result.${name}`, capitalise(name.replaceAll('_', ' ')))}>
            {serverText(`value.${value}`, String(value ?? '–'))}
          </Fact>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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

/** The number, read when the row comes into view: a batch may have thousands. */
function ItemResult({ analysisId }: { analysisId: string }) {
  const cell = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(cell);
  const { data } = useQuery({ ...analysisQuery(analysisId), enabled: isSeen });
  return (
    <span ref={cell} className="numeric">
      <Link to="/analyses/$id" params={{ id: analysisId }} className="text-link">
        {data?.shear_percent === undefined || data.shear_percent === null
          ? text.openTheAnalysis
          : `${formatPercent(data.shear_percent)} ${formatHalfWidth(data.lower, data.upper)}`}
      </Link>{' '}
      {data !== undefined && data.shear_percent === null && <StatusBadge status={data.status} />}
    </span>
  );
}

const ITEM_STATES = {
  waiting: {
    get title() {
      return text.waiting;
    },
    color: 'gray',
  },
  done: {
    get title() {
      return text.measured;
    },
    color: 'teal',
  },
  failed: {
    get title() {
      return text.failed;
    },
    color: 'red',
  },
} as const;

function ItemTable({ items }: { items: readonly JobItem[] }) {
  const [shown, setShown] = useState(ITEMS_SHOWN);
  return (
    <Paper withBorder style={{ overflow: 'hidden' }}>
      <Table verticalSpacing={8} aria-label={text.picturesOfTheBatch} data-testid="job-items">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={86}>{text.picture}</Table.Th>
            <Table.Th>{text.state}</Table.Th>
            <Table.Th>{text.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.slice(0, shown).map((item) => (
            <Table.Tr key={item.image_id} data-state={item.state}>
              <Table.Td>
                <Thumbnail imageId={item.image_id} size={44} />
              </Table.Td>
              <Table.Td>
                <Badge color={ITEM_STATES[item.state].color} variant="light" radius="sm" tt="none">
                  {ITEM_STATES[item.state].title}
                </Badge>
              </Table.Td>
              <Table.Td>
                {item.analysis_id !== null && <ItemResult analysisId={item.analysis_id} />}
                {item.error !== null && <Text size="sm">{item.error}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {items.length > shown && (
        <Group justify="center" p="md">
          <Button variant="default" h={44} onClick={() => setShown(shown + 5 * ITEMS_SHOWN)}>
            {fill(text.showMore, { count: items.length - shown })}
          </Button>
        </Group>
      )}
    </Paper>
  );
}
