import { useParams } from '@tanstack/react-router';
import { DatasetDetail } from '../../features/datasets/components/dataset-detail.tsx';
import { PageFrame } from './page-frame.tsx';

export function DatasetPage() {
  const { digest } = useParams({ from: '/signed-in/datasets/$digest' });
  return (
    <PageFrame>
      <DatasetDetail digest={digest} />
    </PageFrame>
  );
}
