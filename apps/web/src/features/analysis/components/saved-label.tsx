import { Button, Group, Stack, Text } from '@mantine/core';
import type { Analysis, Label, Model } from '@mlmcsc/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber, formatPercent } from '../../../shared/format/format-value.ts';
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
          Before learning, model {label.predicted_by ?? ''} said {formatPercent(label.predicted_percent)}:{' '}
          {describeMiss(error)}.
        </Text>
      )}
      {label.learned_in === null ? (
        <Text size="sm">
          Stored. The next model version learns from it, and goes into service if the gate finds it no worse.
        </Text>
      ) : (
        <Text size="sm">
          Learned: model <b>{label.learned_in}</b> knows this reading.
        </Text>
      )}
    </Stack>
  );
}

/** How far a prediction was from the reading, in words.
 * @param error - prediction less reading, points
 */
function describeMiss(error: number): string {
  if (Math.abs(error) < 0.05) return 'spot on';
  return `${formatNumber(Math.abs(error), 1)} points too ${error < 0 ? 'low' : 'high'}`;
}
