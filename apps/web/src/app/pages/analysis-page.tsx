import { Button, Group, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { AnalysisView } from '../../features/analysis/components/analysis-view.tsx';
import { historyKeys } from '../../features/history/api/list-history.ts';
import { QueueBar } from '../../features/review-queue/components/queue-bar.tsx';
import { useQueueWalk } from '../../features/review-queue/hooks/use-queue-walk.ts';
import { parseReviewQueueSearch } from '../../features/review-queue/review-queue-search.ts';
import { analysisQuery } from '../../shared/queries/analysis-query.ts';
import { useSignedInUser } from '../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { text } from '../texts/text.ts';
import classes from './analyse-page.module.css';

/** One analysis, out of the history or the review queue; it can be judged here as well. Out of the queue, a saved reading leads to
 * the next picture. */
export function AnalysisPage() {
  usePageTitle(text.analysis);
  const { id } = useParams({ from: '/signed-in/analyses/$id' });
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const user = useSignedInUser();
  const imageId = useQuery(analysisQuery(id)).data?.image_id;
  const { saved, ...walk } = useSearch({ from: '/signed-in/analyses/$id' });
  const isInQueue = walk.queue !== undefined;
  const { goOn, error } = useQueueWalk({
    analysisId: id,
    walk,
    onNext(next, justSaved) {
      if (next === null)
        return void navigate({ to: '/review-queue', search: parseReviewQueueSearch({ ...walk }) });
      const search = { ...walk, ...(justSaved === undefined ? {} : { saved: justSaved }) };
      void navigate({ to: '/analyses/$id', params: { id: next }, search, replace: true });
    },
  });
  return (
    <div className={classes.single}>
      <VisuallyHidden component="h1">{text.analysis}</VisuallyHidden>
      <Group justify="space-between">
        <Button
          variant="subtle"
          h={44}
          leftSection={<IconArrowLeft size={18} />}
          onClick={() =>
            router.history.canGoBack() ? router.history.back() : void navigate({ to: '/history' })
          }
        >
          {text.back}
        </Button>
        {isInQueue && (
          <QueueBar walk={{ ...walk, ...(saved === undefined ? {} : { saved }) }} error={error} />
        )}
        {imageId !== undefined && user !== null && roleAtLeast(user.role, 'reviewer') && (
          <Button
            variant="subtle"
            h={44}
            leftSection={<IconLock size={18} />}
            renderRoot={(props) => <Link to="/retention" search={{ image: imageId }} {...props} />}
          >
            {text.legalHold}
          </Button>
        )}
      </Group>
      <AnalysisView
        analysisId={id}
        canLabel={user !== null && roleAtLeast(user.role, 'technician')}
        onSaved={() => {
          void queryClient.invalidateQueries({ queryKey: historyKeys.all });
          if (isInQueue) goOn(id);
        }}
        onNext={isInQueue ? () => goOn() : undefined}
        onPrevious={
          isInQueue && saved !== undefined
            ? () => void navigate({ to: '/analyses/$id', params: { id: saved }, search: walk, replace: true })
            : undefined
        }
        onAnalysedAgain={(analysis) =>
          void navigate({ to: '/analyses/$id', params: { id: analysis.id }, search: walk })
        }
      />
    </div>
  );
}
