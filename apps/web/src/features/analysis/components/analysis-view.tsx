import type { Label } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { analysisQuery } from '../../../shared/queries/analysis-query.ts';
import { imageQuery } from '../../../shared/queries/image-query.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';
import { ReviewDesk, type ReviewDeskProps } from './review-desk.tsx';

interface AnalysisViewProps extends Omit<ReviewDeskProps, 'analysis' | 'image'> {
  analysisId: string;
}

const LEARNING_POLL_MS = 2500;
/** After this long the learner waits for something (a batch, a worker): live events will tell. */
const LEARNING_PATIENCE_MS = 90_000;

/** One analysis with its picture, loaded; the reading starts afresh for each analysis. */
export function AnalysisView(props: AnalysisViewProps) {
  const analysis = useQuery({
    ...analysisQuery(props.analysisId),
    refetchInterval: ({ state }) => (awaitsLearning(state.data?.label ?? null) ? LEARNING_POLL_MS : false),
  });
  const image = useQuery({
    ...imageQuery(analysis.data?.image_id ?? ''),
    enabled: analysis.data !== undefined,
  });
  const error = analysis.error ?? image.error;
  if (analysis.data !== undefined && image.data !== undefined) {
    return <ReviewDesk key={props.analysisId} {...props} analysis={analysis.data} image={image.data} />;
  }
  if (error !== null) {
    return (
      <ErrorState
        error={error}
        onRetry={() => void (analysis.isError ? analysis.refetch() : image.refetch())}
      />
    );
  }
  return <LoadingState label={text.loadingTheAnalysis} />;
}

function awaitsLearning(label: Label | null): boolean {
  return (
    label !== null &&
    label.learned_in === null &&
    Date.now() - Date.parse(label.created_at) < LEARNING_PATIENCE_MS
  );
}
