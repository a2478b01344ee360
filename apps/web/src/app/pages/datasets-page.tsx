import { DatasetList } from '../../features/datasets/components/dataset-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function DatasetsPage() {
  return (
    <PageFrame>
      <DatasetList />
    </PageFrame>
  );
}
