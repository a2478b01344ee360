import { SeriesList } from '../../features/series/components/series-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function SeriesListPage() {
  return (
    <PageFrame>
      <SeriesList />
    </PageFrame>
  );
}
