import { DriftOverview } from '../../features/drift/components/drift-overview.tsx';
import { PageFrame } from './page-frame.tsx';

export function DriftPage() {
  return (
    <PageFrame>
      <DriftOverview />
    </PageFrame>
  );
}
