import { useNavigate, useSearch } from '@tanstack/react-router';
import { JobList } from '../../features/jobs/components/job-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function JobsPage() {
  const { state } = useSearch({ from: '/signed-in/jobs' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <JobList
        state={state}
        onStateChange={(next) =>
          void navigate({ to: '/jobs', search: next === undefined ? {} : { state: next } })
        }
      />
    </PageFrame>
  );
}
