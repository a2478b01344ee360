import { StudyList } from '../../features/studies/components/study-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function StudiesPage() {
  return (
    <PageFrame>
      <StudyList />
    </PageFrame>
  );
}
