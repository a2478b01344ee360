import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { analysisQuery } from '../../../shared/queries/analysis-query.ts';
import { imageQuery } from '../../../shared/queries/image-query.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { type QueueWalk, STRATEGIES } from '../review-queue-search.ts';
import { text } from '../texts/text.ts';

/** Above a picture out of the queue: which part it is of, and what was saved just now. */
export function QueueBar({ walk, error }: { walk: QueueWalk; error: unknown }) {
  const strategy = STRATEGIES.find(({ value }) => value === walk.strategy)?.label.toLowerCase();
  return (
    <Stack gap="xs" flex={1}>
      <Group gap="md" data-testid="queue-bar">
        <Text size="sm" fw={600}>
          {walk.queue === 'check'
            ? text.checkAgain
            : strategy === undefined
              ? text.labelNext
              : fill(text.labelNext2, { strategy })}
        </Text>
        <div role="status" aria-live="polite">
          {walk.saved !== undefined && <Saved walk={walk} analysisId={walk.saved} />}
        </div>
      </Group>
      {error !== null && <ErrorState error={error} />}
    </Stack>
  );
}

function Saved({ walk, analysisId }: { walk: QueueWalk; analysisId: string }) {
  const analysis = useQuery(analysisQuery(analysisId)).data;
  const image = useQuery({ ...imageQuery(analysis?.image_id ?? ''), enabled: analysis !== undefined }).data;
  if (analysis?.label == null || image === undefined) return null;
  const { saved: _left, ...rest } = walk;
  return (
    <Text size="sm" data-testid="saved-before">
      {rich(text.savedFor, {
        shearPercent: formatPercent(analysis.label.shear_percent),
        fileName: (
          <Link to="/analyses/$id" params={{ id: analysisId }} search={rest} className="text-link">
            {image.file_name}
          </Link>
        ),
      })}
    </Text>
  );
}
