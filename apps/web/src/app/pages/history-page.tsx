import { useNavigate, useSearch } from '@tanstack/react-router';
import { HistoryView } from '../../features/history/components/history-view.tsx';
import { PageFrame } from './page-frame.tsx';

export function HistoryPage() {
  const search = useSearch({ from: '/signed-in/history' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <HistoryView
        search={search}
        onSearchChange={(next, options) =>
          void navigate({ to: '/history', search: next, replace: options?.replace ?? false })
        }
      />
    </PageFrame>
  );
}
