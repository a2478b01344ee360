import { useNavigate, useSearch } from '@tanstack/react-router';
import { AuditView } from '../../features/audit/components/audit-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function AuditPage() {
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <AuditView
        search={search}
        onSearchChange={(next) => void navigate({ to: '/audit', search: next, replace: true })}
      />
    </PageFrame>
  );
}
