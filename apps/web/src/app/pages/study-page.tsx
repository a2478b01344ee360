import { useParams } from '@tanstack/react-router';
import { StudyView } from '../../features/studies/components/study-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function StudyPage() {
  const { id } = useParams({ from: '/signed-in/studies/$id' });
  return (
    <PageFrame>
      <StudyView id={id} />
    </PageFrame>
  );
}
