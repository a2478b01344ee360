import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { Analysis, Label, Model } from '@mlmcsc/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber, formatPercent, formatSigned } from '../../../shared/format/format-value.ts';
import classes from './label-panel.module.css';

interface SavedLabelProps {
  label: Label;
  analysis: Analysis;
  currentModel: Model | undefined;
  /** Absent for people who may not analyse. */
  onAnalyseAgain: (() => void) | undefined;
  isAnalysing: boolean;
}

/** What was decided, and what the system made of it. */
export function SavedLabel({ label, analysis, currentModel, onAnalyseAgain, isAnalysing }: SavedLabelProps) {
  return (
    <div
      className={classes.saved}
      role="status"
      aria-live="polite"
      data-testid="saved-label"
      data-decision={label.decision}
    >
      <Stack gap={4}>
        <Text fw={600}>
          {label.decision === 'accepted' ? 'Accepted' : 'Corrected'}: {formatPercent(label.shear_percent)}
        </Text>
        <Text size="sm" c="dimmed">
          {label.technician}, {formatInstant(label.created_at)}
        </Text>
        {label.notes !== null && label.notes !== '' && <Text size="sm">“{label.notes}”</Text>}
        <Learning label={label} />
        {currentModel !== undefined && currentModel.version !== analysis.model.version && (
          <Group gap="xs" justify="space-between">
            <Text size="sm">
              Now in service: <b data-testid="current-model">{currentModel.version}</b>
            </Text>
            {onAnalyseAgain !== undefined && (
              <Button
                variant="default"
                h={44}
                leftSection={<IconRefresh size={18} />}
                loading={isAnalysing}
                onClick={onAnalyseAgain}
              >
                Analyse again
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </div>
  );
}

function Learning({ label }: { label: Label }) {
  const error = label.predicted_percent === null ? null : label.predicted_percent - label.shear_percent;
  return (
    <Stack gap={2} data-testid="learning-note" data-learned={label.learned_in !== null}>
      {error !== null && (
        <Text size="sm">
          Before learning, model {label.predicted_by ?? ''} said {formatPercent(label.predicted_percent)}: off
          by <span className="numeric">{formatSigned(error)}</span> points.
        </Text>
      )}
      {label.learned_in === null ? (
        <Group gap="xs">
          <Loader size={14} aria-hidden />
          <Text size="sm">Stored; the model learns from it next.</Text>
        </Group>
      ) : (
        <Text size="sm">
          Learned: model <b>{label.learned_in}</b> knows this reading.
        </Text>
      )}
    </Stack>
  );
}

/** The error of a reading in words, for the announcement after saving. */
export function describeSavedLabel(label: Label): string {
  return `${label.decision === 'accepted' ? 'Accepted' : 'Correction saved'}: ${formatNumber(label.shear_percent, 1)} percent`;
}
