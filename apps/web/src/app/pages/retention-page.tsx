import { RetentionOverview } from '../../features/retention/components/retention-overview.tsx';
import { PageFrame } from './page-frame.tsx';

export function RetentionPage() {
  return (
    <PageFrame>
      <RetentionOverview />
    </PageFrame>
  );
}
