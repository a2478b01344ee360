import { useParams } from '@tanstack/react-router';
import { SeriesReports } from '../../features/reports/components/series-reports.tsx';
import { SeriesDetail } from '../../features/series/components/series-detail.tsx';
import { PageFrame } from './page-frame.tsx';

export function SeriesPage() {
  const { id } = useParams({ from: '/signed-in/series/$id' });
  return (
    <PageFrame>
      <SeriesDetail id={id} renderReports={(seriesId) => <SeriesReports seriesId={seriesId} />} />
    </PageFrame>
  );
}
