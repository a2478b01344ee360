import { useNavigate, useSearch } from '@tanstack/react-router';
import { ReviewQueueView } from '../../features/review-queue/components/review-queue-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function ReviewQueuePage() {
  const search = useSearch({ from: '/signed-in/review-queue' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <ReviewQueueView
        search={search}
        onSearchChange={(next) => void navigate({ to: '/review-queue', search: next, replace: true })}
      />
    </PageFrame>
  );
}
