import { useNavigate, useParams, useRouteContext } from '@tanstack/react-router';
import { JobDetail } from '../../features/jobs/components/job-detail.tsx';
import { PageFrame } from './page-frame.tsx';

export function JobPage() {
  const { id } = useParams({ from: '/signed-in/jobs/$id' });
  const { getBench } = useRouteContext({ from: '/signed-in/jobs/$id' });
  const navigate = useNavigate();
  return (
    <PageFrame>
      <JobDetail
        jobId={id}
        onReview={(jobId, imageIds) => {
          getBench().controller.openJob(jobId, imageIds);
          void navigate({ to: '/' });
        }}
      />
    </PageFrame>
  );
}
