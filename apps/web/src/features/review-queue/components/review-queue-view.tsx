import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReviewQueue } from '@mlmcsc/contracts';
import { IconArrowRight, IconDice } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { reviewQueueQuery } from '../api/review-queue-query.ts';
import { passedPictures } from '../passed-pictures.ts';
import { parseReviewQueueSearch, type ReviewQueueSearch, STRATEGIES } from '../review-queue-search.ts';
import { text } from '../texts/text.ts';
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
      <PageHeader title={text.reviewQueue} description={text.whatIsWorthA} />
      <Stack gap="md">
        <Group gap="sm">
          <SegmentedControl
            aria-label={text.howPicturesToLabel}
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
              {text.drawAgain}
            </Button>
          )}
        </Group>
        {query.isPending && <LoadingState label={text.lookingForWhatIs} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && <Parts queue={query.data} search={search} />}
      </Stack>
    </>
  );
}

const WAYS = {
  get hybrid() {
    return text.uncertainAndUnlikeEverything;
  },
  get uncertainty() {
    return text.theWidestIntervalsFirst;
  },
  get diversity() {
    return text.theMostUnlikeEverything;
  },
  get random() {
    return text.drawnByLot;
  },
} as const;

function Parts({ queue, search }: { queue: ReviewQueue; search: ReviewQueueSearch }) {
  const first = queue.to_label[0];
  return (
    <>
      <Section
        title={text.labelNext}
        description={fill(text.ofPicturesWithoutA, {
          count: queue.to_label.length,
          candidates: queue.candidates,
          candidateWindow: queue.candidate_window,
          strategy: WAYS[queue.strategy],
        })}
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
              {text.beginWithTheFirst}
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
        title={text.checkAgain}
        description={fill(text.labelsThatASecond, { labelWindow: queue.label_window })}
      >
        {queue.to_check.length === 0 ? (
          <Nothing>{text.noLabelContradictsThe}</Nothing>
        ) : (
          <ol className={classes.list} data-testid="to-check">
            {queue.to_check.map((one) => (
              <QueuePicture
                key={one.analysis_id}
                picture={one}
                walk={{ ...search, queue: 'check' }}
                aside={
                  <>
                    <Text size="sm">
                      {fill(text.by, {
                        labelPercent: formatPercent(one.label_percent),
                        technician: one.technician,
                      })}
                    </Text>
                    {one.priority === 'high' && <Badge color="red.9">{text.urgent}</Badge>}
                  </>
                }
              />
            ))}
          </ol>
        )}
      </Section>
      <Section title={text.readersWhoStandOut} description={text.whoseReadingsLieAbove}>
        {queue.readers.length === 0 ? (
          <Nothing>{text.nobodyWithTenReadings}</Nothing>
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
        ? fill(text.ofLabelsUntilThen, { labels, least })
        : fill(text.labelsFromOnChoosing, { labels, least })}
    </Text>
  );
}

function nothingToLabel({ candidates, strategy }: ReviewQueue): string {
  if (candidates === 0) return text.everyPictureThatCan;
  // Only ways that compare pictures can leave some out; otherwise all are hidden from this reader.
  const compares = strategy === 'hybrid' || strategy === 'diversity';
  return compares ? text.thePicturesWithoutA : text.youReadThemBlind;
}

function Nothing({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
