import { UserList } from '../../features/users/components/user-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function UsersPage() {
  return (
    <PageFrame>
      <UserList />
    </PageFrame>
  );
}
