import { useSearch } from '@tanstack/react-router';
import { VerifyBox } from '../../features/reports/components/verify-box.tsx';
import { PageFrame } from './page-frame.tsx';

export function VerifyReportPage() {
  const { code } = useSearch({ from: '/signed-in/reports/verify' });
  return (
    <PageFrame>
      <VerifyBox key={code ?? ''} given={code} />
    </PageFrame>
  );
}
