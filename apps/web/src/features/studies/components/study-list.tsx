import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { studyListQuery } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';
import { BeginStudyForm } from './begin-study-form.tsx';

/** Studies of readers, newest first. */
export function StudyList() {
  const query = useInfiniteQuery(studyListQuery);
  const user = useSignedInUser();
  const studies = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={text.studies} description={text.theSameSpecimensRead} />
      {user !== null && roleAtLeast(user.role, 'reviewer') && <BeginStudyForm />}
      {query.isPending && <LoadingState label={text.loadingTheStudies} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && studies.length === 0 && (
        <EmptyState icon={<IconUsers size={28} />} title={text.noStudyYet}>
          {text.aReviewerBeginsOne}
        </EmptyState>
      )}
      <Stack gap="sm">
        {studies.map((study) => (
          <Paper key={study.id} withBorder p="md" data-testid="study-row">
            <Group justify="space-between" wrap="wrap">
              <Link to="/studies/$id" params={{ id: study.id }} className="text-link">
                {study.name}
              </Link>
              <Badge variant="outline">{study.closed_at === null ? text.open : text.closed}</Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {fill(text.begunBy, {
                createdAt: formatInstant(study.created_at),
                createdBy: study.created_by,
              })}
            </Text>
          </Paper>
        ))}
      </Stack>
      {query.hasNextPage && (
        <Group justify="center" p="md">
          <Button
            variant="default"
            h={44}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {text.showMoreStudies}
          </Button>
        </Group>
      )}
    </>
  );
}
