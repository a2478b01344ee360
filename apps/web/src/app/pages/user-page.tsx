import { useParams } from '@tanstack/react-router';
import { RecentActivity } from '../../features/audit/components/recent-activity.tsx';
import { UserDetail } from '../../features/users/components/user-detail.tsx';
import { PageFrame } from './page-frame.tsx';

export function UserPage() {
  const { id } = useParams({ from: '/signed-in/users/$id' });
  return (
    <PageFrame>
      <UserDetail userId={id} activityOf={(username) => <RecentActivity username={username} />} />
    </PageFrame>
  );
}
