import { Badge, Button, Group, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Dataset, DatasetKind } from '@mlmcsc/contracts';
import { IconArrowLeft, IconDatabase, IconSnowflake } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { createDataset, datasetKeys, datasetListQuery } from '../api/dataset-requests.ts';
import { datasetTitle, filterText, KIND_TITLES } from '../dataset-text.ts';
import { text } from '../texts/text.ts';
import { BandBar } from './band-bar.tsx';
import classes from './datasets.module.css';

/** Versions of the labelled data, newest first. */
export function DatasetList() {
  const [kind, setKind] = useState<DatasetKind>('labels');
  const list = useInfiniteQuery(datasetListQuery(kind));
  const role = useSignedInUser()?.role ?? 'viewer';
  const versions = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Link to="/model" className={`text-link ${classes.back}`}>
        {rich(text.model, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      <PageHeader title={text.datasets} description={text.frozenVersionsOfThe} />
      <Stack gap="md">
        {roleAtLeast(role, 'engineer') && <FreezeForm />}
        <SegmentedControl
          aria-label={text.kind}
          data={Object.entries(KIND_TITLES).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(value) => setKind(value as DatasetKind)}
          styles={{ label: { minHeight: 36, display: 'grid', placeItems: 'center' } }}
          style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
        />
        {list.isPending && <LoadingState label={text.loadingTheDatasets} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && versions.length === 0 && <NoDatasets kind={kind} />}
        {versions.length > 0 && (
          <ul className={classes.list} data-testid="dataset-list">
            {versions.map((version) => (
              <DatasetRow key={version.digest} version={version} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              h={44}
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {text.showOlderDatasets}
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}

/** Freezes the labels of now and shows what came of it. */
function FreezeForm() {
  const [description, setDescription] = useState('');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const freeze = useMutation({
    mutationFn: () => createDataset(description),
    onSuccess: async (version) => {
      await queryClient.invalidateQueries({ queryKey: datasetKeys.lists() });
      await navigate({ to: '/datasets/$digest', params: { digest: version.digest } });
    },
  });
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          freeze.mutate();
        }}
      >
        <Group gap="md" align="flex-end">
          <TextInput
            label={text.whatItIsFor}
            description={text.optionalTheSameLabels}
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
            style={{ flex: '1 1 260px' }}
            styles={{ input: { height: 44 } }}
          />
          <Button
            type="submit"
            h={44}
            loading={freeze.isPending}
            leftSection={<IconSnowflake size={18} aria-hidden />}
          >
            {text.freezeTheLabelsOf}
          </Button>
        </Group>
      </form>
      {freeze.isError && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={freeze.error} />
        </div>
      )}
    </Paper>
  );
}

function DatasetRow({ version }: { version: Dataset }) {
  const filter = filterText(version);
  return (
    <li className={classes.row} data-testid="dataset-row" data-digest={version.digest}>
      <Stack gap={2}>
        <Group gap="xs">
          <Link to="/datasets/$digest" params={{ digest: version.digest }} className={classes.link ?? ''}>
            {datasetTitle(version)}
          </Link>
          {version.source === 'imported' && (
            <Badge variant="light" radius="sm" tt="none">
              {text.imported}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <Digest value={version.digest} /> · {formatInstant(version.created_at)}, {version.created_by}
        </Text>
        {filter !== null && (
          <Text size="sm" c="dimmed">
            {filter}
          </Text>
        )}
      </Stack>
      <Stack gap={2} className="numeric">
        <Text>{fill(text.pictures2, { items: formatNumber(version.items, 0) })}</Text>
        <Text size="sm" c="dimmed">
          {rich(text.heldOut2, {
            heldOut: formatNumber(version.held_out, 0),
            summary:
              version.summary !== null &&
              ` · ${version.summary.technicians} ${fillCount(text.people, version.summary.technicians)}`,
          })}
        </Text>
      </Stack>
      {version.summary !== null && <BandBar summary={version.summary} />}
    </li>
  );
}

function NoDatasets({ kind }: { kind: DatasetKind }) {
  return (
    <Paper withBorder>
      <EmptyState icon={<IconDatabase size={28} />} title={text.noDatasetsYet}>
        {kind === 'labels' ? text.freezeTheLabelsOfNow : text.eachModelThatLearns}
      </EmptyState>
    </Paper>
  );
}
