import { Button, Group, Stack, Text } from '@mantine/core';
import type { Analysis, Label, Model } from '@mlmcsc/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber, formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { text } from '../texts/text.ts';
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
          {label.decision === 'accepted' ? text.accepted : text.corrected}:{' '}
          {formatPercent(label.shear_percent)}
        </Text>
        <Text size="sm" c="dimmed">
          {label.technician}, {formatInstant(label.created_at)}
        </Text>
        {label.notes !== null && label.notes !== '' && <Text size="sm">“{label.notes}”</Text>}
        <Learning label={label} />
        {currentModel !== undefined && currentModel.version !== analysis.model.version && (
          <Group gap="xs" justify="space-between">
            <Text size="sm">
              {rich(text.nowInService, {
                version: <b data-testid="current-model">{currentModel.version}</b>,
              })}
            </Text>
            {onAnalyseAgain !== undefined && (
              <Button
                variant="default"
                h={44}
                leftSection={<IconRefresh size={18} />}
                loading={isAnalysing}
                onClick={onAnalyseAgain}
              >
                {text.analyseAgain}
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
          {fill(text.beforeLearningModelSaid, {
            predictedBy: label.predicted_by ?? '',
            predictedPercent: formatPercent(label.predicted_percent),
            error: describeMiss(error),
          })}
        </Text>
      )}
      {label.learned_in === null ? (
        <Text size="sm">{text.storedTheNextModel}</Text>
      ) : (
        <Text size="sm">{rich(text.learnedModelKnowsThis, { learnedIn: <b>{label.learned_in}</b> })}</Text>
      )}
    </Stack>
  );
}

/** How far a prediction was from the reading, in words.
 * @param error - prediction less reading, points
 */
function describeMiss(error: number): string {
  if (Math.abs(error) < 0.05) return text.spotOn;
  return fill(text.pointsToo, {
    error: formatNumber(Math.abs(error), 1),
    error2: error < 0 ? text.low : text.high,
  });
}
