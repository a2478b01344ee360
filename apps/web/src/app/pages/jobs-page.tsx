import { useNavigate, useSearch } from '@tanstack/react-router';
import { JobList } from '../../features/jobs/components/job-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function JobsPage() {
  const search = useSearch({ from: '/signed-in/jobs' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <JobList search={search} onSearchChange={(next) => void navigate({ to: '/jobs', search: next })} />
    </PageFrame>
  );
}
