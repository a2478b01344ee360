import { ModelView } from '../../features/models/components/model-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function ModelPage() {
  return (
    <PageFrame>
      <ModelView />
    </PageFrame>
  );
}
