import { JobsInState } from '../../features/jobs/components/jobs-in-state.tsx';
import { OperationsView } from '../../features/operations/components/operations-view.tsx';
import { text } from '../../features/operations/texts/text.ts';
import { PageFrame } from './page-frame.tsx';

export function OperationsPage() {
  const words = { loading: text.loadingJobs, more: text.allOfThem };
  return (
    <PageFrame>
      <OperationsView>
        <JobsInState state="running" title={text.runningJobs} none={text.noJobRuns} {...words} />
        <JobsInState state="dead" title={text.deadJobs} none={text.noJobDead} {...words} />
      </OperationsView>
    </PageFrame>
  );
}
