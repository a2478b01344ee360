import { LetterheadForm } from '../../features/letterhead/components/letterhead-form.tsx';
import { PageFrame } from './page-frame.tsx';

export function LetterheadPage() {
  return (
    <PageFrame>
      <LetterheadForm />
    </PageFrame>
  );
}
