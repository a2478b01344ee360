import { useSearch } from '@tanstack/react-router';
import { RetentionOverview } from '../../features/retention/components/retention-overview.tsx';
import { PageFrame } from './page-frame.tsx';

export function RetentionPage() {
  const { image } = useSearch({ from: '/signed-in/retention' });
  return (
    <PageFrame>
      <RetentionOverview imageToHold={image ?? ''} />
    </PageFrame>
  );
}
