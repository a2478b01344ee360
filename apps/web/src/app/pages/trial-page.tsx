import { useParams } from '@tanstack/react-router';
import { TrialView } from '../../features/models/components/trial-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function TrialPage() {
  const { id } = useParams({ from: '/signed-in/model/trials/$id' });
  return (
    <PageFrame>
      <TrialView id={id} />
    </PageFrame>
  );
}
