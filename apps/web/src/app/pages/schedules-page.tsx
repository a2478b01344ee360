import { ScheduleList } from '../../features/jobs/components/schedule-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function SchedulesPage() {
  return (
    <PageFrame>
      <ScheduleList />
    </PageFrame>
  );
}
