import { AccountView } from '../../features/account/components/account-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function AccountPage() {
  return (
    <PageFrame>
      <AccountView />
    </PageFrame>
  );
}
