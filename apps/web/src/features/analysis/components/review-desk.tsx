import { Paper, Text } from '@mantine/core';
import type { Analysis, Image, Label } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { analysisKeys } from '../../../shared/queries/analysis-query.ts';
import { currentModelQuery } from '../../../shared/queries/model-queries.ts';
import { createAnalysis } from '../../../shared/requests/create-analysis.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { useReview } from '../hooks/use-review.ts';
import { useReviewKeys } from '../hooks/use-review-keys.ts';
import { useViewPreferences } from '../hooks/use-view-preferences.ts';
import { isReadable } from '../label-value.ts';
import type { ReviewChange } from '../review-actions.ts';
import { text } from '../texts/text.ts';
import { AnalysisFacts } from './analysis-facts.tsx';
import classes from './analysis-view.module.css';
import { LabelPanel } from './label-panel.tsx';
import { PictureViewer, type PictureViewerHandle } from './picture-viewer.tsx';
import { ResultCard } from './result-card.tsx';
import { SavedLabel } from './saved-label.tsx';

const KeyboardHelp = lazy(() =>
  import('./keyboard-help.tsx').then((module) => ({ default: module.KeyboardHelp })),
);

export interface ReviewDeskProps {
  analysis: Analysis;
  image: Image;
  canLabel: boolean;
  onSaved?: (label: Label) => void;
  onAnalysedAgain?: (analysis: Analysis) => void;
  onNext?: (() => void) | undefined;
  onPrevious?: (() => void) | undefined;
}

/** Picture, result and reading side by side, and the keys that work them. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { analysis, image, canLabel, onNext, onPrevious } = props;
  const [view, setView] = useViewPreferences();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const review = useReview(analysis, (label) => props.onSaved?.(label));
  const viewer = useRef<PictureViewerHandle>(null);
  const valueField = useRef<HTMLInputElement>(null);
  const notesField = useRef<HTMLTextAreaElement>(null);
  const predictedPercent = analysis.shear_percent;
  const canEdit = canLabel && isReadable(analysis);
  const submit = () => (review.isSaved || !canEdit ? onNext?.() : review.save());

  const apply = (change: ReviewChange) => {
    if (change.shearPercent !== undefined) review.setValue(change.shearPercent);
    if (change.isMapShown !== undefined) setView({ ...view, isMapShown: change.isMapShown });
    if (change.isOutlineShown !== undefined) setView({ ...view, isOutlineShown: change.isOutlineShown });
    switch (change.command) {
      case 'submit':
        return submit();
      case 'next':
        return onNext?.();
      case 'previous':
        return onPrevious?.();
      case 'focus-notes':
        return notesField.current?.focus();
      case 'show-help':
        return setHelpOpen(true);
      case 'zoom-in':
        return viewer.current?.zoomBy(1.4);
      case 'zoom-out':
        return viewer.current?.zoomBy(1 / 1.4);
      case 'zoom-fit':
        return viewer.current?.fit();
    }
  };
  useReviewKeys({
    state: { shearPercent: review.value, predictedPercent, ...view },
    canEdit,
    onChange: apply,
    onTypedValue: () => valueField.current?.focus(),
  });

  return (
    <div className={classes.view} data-testid="analysis-view" data-analysis-id={analysis.id}>
      <div className={classes.viewer}>
        <PictureViewer
          ref={viewer}
          image={image}
          analysis={analysis}
          {...view}
          onShowHelp={() => setHelpOpen(true)}
          onMapShownChange={(isMapShown) => setView({ ...view, isMapShown })}
          onOutlineShownChange={(isOutlineShown) => setView({ ...view, isOutlineShown })}
        />
      </div>
      <div className={classes.panel}>
        <ResultCard
          analysis={analysis}
          labelPercent={
            canEdit && review.value !== predictedPercent
              ? review.value
              : (analysis.label?.shear_percent ?? null)
          }
        />
        {canEdit ? (
          <LabelPanel
            predictedPercent={predictedPercent}
            value={review.value}
            notes={review.notes}
            isSaved={review.isSaved}
            isSaving={review.isSaving}
            savedNote={<SavedNote analysis={analysis} canAnalyse onAnalysedAgain={props.onAnalysedAgain} />}
            errorNote={review.error !== null && <ErrorState error={review.error} />}
            valueField={valueField}
            notesField={notesField}
            onValueChange={review.setValue}
            onNotesChange={review.setNotes}
            onSubmit={submit}
            onNext={onNext}
            onPrevious={onPrevious}
          />
        ) : (
          <ReadOnlyNote {...props} />
        )}
        <AnalysisFacts analysis={analysis} image={image} />
      </div>
      {isHelpOpen && (
        <Suspense>
          <KeyboardHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

function ReadOnlyNote({ analysis, canLabel }: ReviewDeskProps) {
  return (
    <Paper withBorder p="md" data-testid="label-read-only">
      <SavedNote analysis={analysis} canAnalyse={false} onAnalysedAgain={undefined} />
      <Text size="sm" c="dimmed">
        {canLabel ? text.thereIsNoNumber : text.readingsAreEnteredBy}
      </Text>
    </Paper>
  );
}

interface SavedNoteProps {
  analysis: Analysis;
  canAnalyse: boolean;
  onAnalysedAgain: ((analysis: Analysis) => void) | undefined;
}

function SavedNote({ analysis, canAnalyse, onAnalysedAgain }: SavedNoteProps) {
  const queryClient = useQueryClient();
  const { label } = analysis;
  const currentModel = useQuery({ ...currentModelQuery, enabled: label !== null });
  const again = useMutation({
    mutationFn: () => createAnalysis(analysis.image_id),
    onSuccess: (created) => {
      queryClient.setQueryData(analysisKeys.one(created.id), created);
      onAnalysedAgain?.(created);
    },
  });
  if (label === null) return null;
  return (
    <>
      <SavedLabel
        label={label}
        analysis={analysis}
        currentModel={currentModel.data}
        onAnalyseAgain={canAnalyse && onAnalysedAgain !== undefined ? () => again.mutate() : undefined}
        isAnalysing={again.isPending}
      />
      {again.error !== null && <ErrorState error={again.error} />}
    </>
  );
}
