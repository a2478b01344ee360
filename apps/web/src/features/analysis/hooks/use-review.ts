import type { Analysis, Label } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { analysisKeys } from '../../../shared/queries/analysis-query.ts';
import { createLabel } from '../api/create-label.ts';

/** Two values closer than this are one: below what the screen can show. */
const SAME_VALUE = 0.005;

export interface Review {
  readonly value: number | null;
  readonly notes: string;
  readonly isSaved: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly setValue: (value: number | null) => void;
  readonly setNotes: (notes: string) => void;
  readonly save: () => void;
}

/** The reading of one analysis: draft, saving, and whether it is saved as it stands. Mount it once per analysis. */
export function useReview(analysis: Analysis, onSaved: (label: Label) => void): Review {
  const queryClient = useQueryClient();
  const { label } = analysis;
  const [value, setValue] = useState(label?.shear_percent ?? analysis.shear_percent);
  const [notes, setNotes] = useState(label?.notes ?? '');
  const mutation = useMutation({
    mutationFn: createLabel,
    onSuccess: (saved) => {
      queryClient.setQueryData(analysisKeys.one(analysis.id), (now: Analysis | undefined) =>
        now === undefined ? now : { ...now, label: saved },
      );
      onSaved(saved);
    },
  });
  const isSaved =
    label !== null &&
    label !== undefined &&
    value !== null &&
    Math.abs(value - label.shear_percent) < SAME_VALUE &&
    notes.trim() === (label.notes ?? '');
  return {
    value,
    notes,
    isSaved,
    isSaving: mutation.isPending,
    error: mutation.error,
    setValue,
    setNotes,
    save() {
      if (value === null || isSaved || mutation.isPending) return;
      const trimmed = notes.trim();
      mutation.mutate({
        analysis_id: analysis.id,
        shear_percent: value,
        ...(trimmed === '' ? {} : { notes: trimmed }),
      });
    },
  };
}
