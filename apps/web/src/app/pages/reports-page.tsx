import { ReportList } from '../../features/reports/components/report-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function ReportsPage() {
  return (
    <PageFrame>
      <ReportList />
    </PageFrame>
  );
}
