import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Model } from '@mlmcsc/contracts';
import { IconCrown, IconDatabase } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { currentModelQuery } from '../../../shared/queries/model-queries.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { learningQuery, modelListQuery } from '../api/model-requests.ts';
import { originTitle } from '../model-text.ts';
import { text } from '../texts/text.ts';
import { LearningPanel } from './learning-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { ModelTable } from './model-table.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { PromotionRequests } from './promotion-requests.tsx';
import { TrialsPanel } from './trials-panel.tsx';

/** The model in service, how it learns, and every version there has been. */
export function ModelView() {
  const role = useSignedInUser()?.role ?? 'viewer';
  const current = useQuery(currentModelQuery);
  const learning = useQuery(learningQuery);
  const list = useInfiniteQuery(modelListQuery);
  const models = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={text.model}
        description={text.whatMeasuresHowIt}
        actions={
          roleAtLeast(role, 'engineer') && (
            <Link
              to="/datasets"
              className="text-link"
              style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
            >
              {rich(text.datasets, { icon: <IconDatabase size={18} aria-hidden /> })}
            </Link>
          )
        }
      />
      <Stack gap="md">
        {current.isPending && <LoadingState label={text.loadingTheModel} />}
        {current.isError && <ErrorState error={current.error} onRetry={() => void current.refetch()} />}
        {current.data !== undefined && <Champion model={current.data} />}
        {learning.isPending && <LoadingState label={text.loadingTheLearningStatus} />}
        {learning.isError && <ErrorState error={learning.error} onRetry={() => void learning.refetch()} />}
        {learning.data !== undefined && <LearningPanel status={learning.data} />}
        <PromotionRequests />
        <TrialsPanel models={models} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <LedgerPanel />
          <PolicyPanel />
        </SimpleGrid>
        <Paper withBorder component="section" aria-label={text.versions} style={{ overflow: 'hidden' }}>
          <Title order={2} size="h4" p="md" pb="xs">
            {text.versions}
          </Title>
          {list.isPending && <LoadingState label={text.loadingTheVersions} />}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          <ModelTable models={models} champion={current.data?.version} />
          {list.hasNextPage && (
            <Group justify="center" p="md">
              <Button
                variant="default"
                h={44}
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {text.showOlderVersions}
              </Button>
            </Group>
          )}
        </Paper>
      </Stack>
    </>
  );
}

function Champion({ model }: { model: Model }) {
  return (
    <Paper withBorder p="md" data-testid="champion">
      <Group gap="md">
        <IconCrown size={28} color="var(--mantine-color-teal-6)" aria-hidden />
        <div>
          <Group gap="xs">
            <Text fw={600} fz="lg" data-testid="champion-version">
              {model.version}
            </Text>
            <Badge color="teal" variant="light" radius="sm" tt="none">
              {text.inService}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {rich(text.readings3, {
              digest: <Digest value={model.digest} />,
              origin: originTitle(model.origin),
              labelCount: model.label_count,
              createdAt: formatInstant(model.created_at),
            })}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
