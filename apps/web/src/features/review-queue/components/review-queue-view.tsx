import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReviewQueue } from '@mlmcsc/contracts';
import { IconArrowRight, IconDice } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatPercent } from '../../../shared/format/format-value.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { reviewQueueQuery } from '../api/review-queue-query.ts';
import { passedPictures } from '../passed-pictures.ts';
import { parseReviewQueueSearch, type ReviewQueueSearch, STRATEGIES } from '../review-queue-search.ts';
import { QueuePicture } from './queue-picture.tsx';
import { ReaderList } from './reader-list.tsx';
import classes from './review-queue.module.css';

interface ReviewQueueViewProps {
  readonly search: ReviewQueueSearch;
  readonly onSearchChange: (search: ReviewQueueSearch) => void;
}

/** What a person should look at next: pictures to label, labels to check again, readers who stand out. */
export function ReviewQueueView({ search, onSearchChange }: ReviewQueueViewProps) {
  const query = useQuery(reviewQueueQuery(search));
  useEffect(() => passedPictures.update(() => new Set()), []);
  return (
    <>
      <PageHeader title="Review queue" description="What is worth a look next, and why" />
      <Stack gap="md">
        <Group gap="sm">
          <SegmentedControl
            aria-label="How pictures to label are chosen"
            size="sm"
            data={STRATEGIES.map((strategy) => ({ ...strategy }))}
            value={search.strategy ?? query.data?.strategy ?? 'random'}
            onChange={(strategy) => onSearchChange(parseReviewQueueSearch({ strategy }))}
            styles={{ label: { minHeight: 36, display: 'grid', placeItems: 'center' } }}
            style={{ maxWidth: '100%', overflowX: 'auto' }}
          />
          {(search.strategy ?? query.data?.strategy) === 'random' && (
            <Button
              variant="default"
              h={44}
              leftSection={<IconDice size={18} aria-hidden />}
              onClick={() => onSearchChange({ strategy: 'random', seed: (search.seed ?? 0) + 1 })}
            >
              Draw again
            </Button>
          )}
        </Group>
        {query.isPending && <LoadingState label="Looking for what is worth a look…" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && <Parts queue={query.data} search={search} />}
      </Stack>
    </>
  );
}

const WAYS = {
  hybrid: 'uncertain and unlike everything labelled so far',
  uncertainty: 'the widest intervals first',
  diversity: 'the most unlike everything labelled so far first',
  random: 'drawn by lot',
} as const;

function Parts({ queue, search }: { queue: ReviewQueue; search: ReviewQueueSearch }) {
  const first = queue.to_label[0];
  return (
    <>
      <Section
        title="Label next"
        description={`${queue.to_label.length} of ${queue.candidates} pictures without a label among the newest ${queue.candidate_window}: ${WAYS[queue.strategy]}`}
      >
        {queue.is_default && <WhyThisWay queue={queue} />}
        {first === undefined ? (
          <Nothing>{nothingToLabel(queue)}</Nothing>
        ) : (
          <>
            <Button
              h={44}
              style={{ alignSelf: 'flex-start' }}
              rightSection={<IconArrowRight size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link
                  to="/analyses/$id"
                  params={{ id: first.analysis_id }}
                  search={{ ...search, queue: 'label' }}
                  {...props}
                />
              )}
            >
              Begin with the first
            </Button>
            <ol className={classes.list} data-testid="to-label">
              {queue.to_label.map((one) => (
                <QueuePicture key={one.analysis_id} picture={one} walk={{ ...search, queue: 'label' }} />
              ))}
            </ol>
          </>
        )}
      </Section>
      <Section
        title="Check again"
        description={`Labels that a second look may correct, among the newest ${queue.label_window}`}
      >
        {queue.to_check.length === 0 ? (
          <Nothing>No label contradicts the model or another reader by much.</Nothing>
        ) : (
          <ol className={classes.list} data-testid="to-check">
            {queue.to_check.map((one) => (
              <QueuePicture
                key={one.analysis_id}
                picture={one}
                walk={{ ...search, queue: 'check' }}
                aside={
                  <>
                    <Text size="sm">{`${formatPercent(one.label_percent)} by ${one.technician}`}</Text>
                    {one.priority === 'high' && <Badge color="red.9">urgent</Badge>}
                  </>
                }
              />
            ))}
          </ol>
        )}
      </Section>
      <Section
        title="Readers who stand out"
        description="Whose readings lie above or below those of the others and the model, or scatter"
      >
        {queue.readers.length === 0 ? (
          <Nothing>Nobody with ten readings or more reads unlike the others.</Nothing>
        ) : (
          <ReaderList readers={queue.readers} />
        )}
      </Section>
    </>
  );
}

/** Which way is best depends on how many labels there are; measured, see docs/reference/selection.md. */
function WhyThisWay({ queue }: { queue: ReviewQueue }) {
  const { labels, labels_before_choosing: least } = queue;
  return (
    <Text size="sm" c="dimmed" data-testid="why-this-way">
      {labels < least
        ? `${labels} of ${least} labels: until then ordinary pictures teach the model most, so they are drawn by lot. From ${least} labels on the queue chooses.`
        : `${labels} labels: from ${least} on, choosing uncertain and unusual pictures saves labels.`}
    </Text>
  );
}

function nothingToLabel({ candidates }: ReviewQueue): string {
  return candidates === 0
    ? 'Every picture that can be read has a label.'
    : 'The pictures without a label cannot be compared with those that are labelled; choose another way.';
}

function Nothing({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
