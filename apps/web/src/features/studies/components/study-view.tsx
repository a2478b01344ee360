import { Badge, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { StudyProgress } from '@mlmcsc/contracts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { studyQuery } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';
import { CloseStudyForm } from './close-study-form.tsx';
import { ReadNext } from './read-next.tsx';
import { StudyResultsPanel } from './study-results.tsx';
import { StudySpecimensPanel } from './study-specimens.tsx';

/** One study: what I have to read, how far everybody is, and how well they agree. */
export function StudyView({ id }: { id: string }) {
  const query = useQuery(studyQuery(id));
  return (
    <>
      <Link to="/studies" className="text-link">
        {rich(text.allStudies, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheStudy} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Detail progress={query.data} />}
    </>
  );
}

function Detail({ progress }: { progress: StudyProgress }) {
  const { study, readers, specimens, is_finished: isFinished } = progress;
  const user = useSignedInUser();
  const reads = user !== null && readers.some(({ reader }) => reader === user.username);
  const isReviewer = user !== null && roleAtLeast(user.role, 'reviewer');
  const isShown = isFinished || study.closed_at !== null;
  return (
    <>
      <PageHeader
        title={study.name}
        description={fill(text.specimensReadBegunBy, {
          specimens,
          repeats: fillCount(text.times, study.repeats),
          createdAt: formatInstant(study.created_at),
          createdBy: study.created_by,
        })}
      />
      <Stack gap="md" data-testid="study">
        {study.closed_at !== null && (
          <Text role="status">
            {rich(text.by2, {
              closed: <Badge variant="outline">{text.closed}</Badge>,
              closedBy: study.closed_by,
              closeReason: study.close_reason,
            })}
          </Text>
        )}
        {reads && <ReadNext studyId={study.id} />}
        <Paper withBorder p="md" component="section" aria-label={text.progress}>
          <Title order={2} size="h4" mb="sm">
            {text.progress}
          </Title>
          <Stack gap="sm">
            {readers.map(({ reader, given, wanted }) => (
              <div key={reader}>
                <Text size="sm">{fill(text.of, { reader, given, wanted })}</Text>
                <Progress
                  value={(100 * given) / Math.max(1, wanted)}
                  aria-label={fill(text.of, { reader, given, wanted })}
                />
              </div>
            ))}
          </Stack>
        </Paper>
        {isShown && <StudyResultsPanel id={study.id} />}
        <StudySpecimensPanel studyId={study.id} mayDecide={isReviewer && !reads} />
        {isReviewer && study.closed_at === null && <CloseStudyForm id={study.id} />}
      </Stack>
    </>
  );
}
