import { ActionIcon, Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconDeviceFloppy,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { formatPercent, formatSigned } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { RangeInput } from '../../../shared/ui/range-input.tsx';
import { useWheelSteps } from '../hooks/use-wheel-steps.ts';
import {
  agreesWithPrediction,
  KEY_STEPS,
  LABEL_STEP,
  parsePercent,
  percentText,
  stepPercent,
} from '../label-value.ts';
import { findReviewAction } from '../review-actions.ts';
import { text } from '../texts/text.ts';
import classes from './label-panel.module.css';

interface LabelPanelProps {
  /** Null where the map is undecided: there is nothing to accept then, only a reading to give. */
  predictedPercent: number | null;
  value: number | null;
  notes: string;
  /** Nothing has changed since the reading was saved. */
  isSaved: boolean;
  isSaving: boolean;
  savedNote: ReactNode;
  errorNote: ReactNode;
  valueField: RefObject<HTMLInputElement | null>;
  notesField: RefObject<HTMLTextAreaElement | null>;
  onValueChange: (value: number | null) => void;
  onNotesChange: (notes: string) => void;
  onSubmit: () => void;
  onNext: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
}

/** Where the technician accepts or corrects the value: field, slider, notes, decision. */
export function LabelPanel(props: LabelPanelProps) {
  const { value, predictedPercent, isSaved } = props;
  const agrees = agreesWithPrediction(value, predictedPercent);
  return (
    <Paper withBorder p="md" component="section" aria-label={text.yourReading} data-testid="label-panel">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <Stack gap="sm">
          <Group justify="space-between" mih={36} wrap="nowrap">
            <Title order={2} size="sm" c="dimmed" fw={600}>
              {text.yourReading}
            </Title>
            {!agrees && predictedPercent !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                mih={36}
                leftSection={<IconArrowBackUp size={16} />}
                aria-label={fill(text.resetToThePredicted, {
                  value: resetText(value, predictedPercent),
                  predictedPercent: formatPercent(predictedPercent),
                })}
                title={fill(text.resetToThePredicted2, { predictedPercent: formatPercent(predictedPercent) })}
                onClick={() => props.onValueChange(predictedPercent)}
              >
                {resetText(value, predictedPercent)}
              </Button>
            )}
          </Group>
          <Reading {...props} />
          {props.errorNote}
          <div className={classes.actions}>
            <StepButton label={text.previousPicture} onClick={props.onPrevious} icon={<IconChevronLeft />} />
            <Button
              type="submit"
              h={52}
              fz="md"
              px="xs"
              color={isSaved ? undefined : agrees ? 'petrol' : 'grape.9'}
              variant={isSaved ? 'default' : 'filled'}
              disabled={value === null || (isSaved && props.onNext === undefined)}
              loading={props.isSaving}
              leftSection={
                isSaved ? undefined : agrees ? <IconCheck size={20} /> : <IconDeviceFloppy size={20} />
              }
              rightSection={
                isSaved && props.onNext !== undefined ? <IconChevronRight size={20} /> : undefined
              }
              data-testid="submit-label"
            >
              {submitText(props, agrees)}
            </Button>
            <StepButton label={text.nextPicture} onClick={props.onNext} icon={<IconChevronRight />} />
          </div>
          {props.savedNote}
          <Textarea
            ref={props.notesField}
            label={text.notes}
            placeholder={text.whatMadeYouDecide}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2000}
            value={props.notes}
            styles={{ input: { minHeight: 44, paddingBlock: 11 } }}
            onChange={(event) => props.onNotesChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
              if (event.key === 'Enter' && event.ctrlKey) props.onSubmit();
            }}
          />
        </Stack>
      </form>
    </Paper>
  );
}

/** How far the reading is from the prediction. */
function resetText(value: number | null, predictedPercent: number): string {
  return value === null ? text.reset : fill(text.points, { value: formatSigned(value - predictedPercent) });
}

function submitText({ value, isSaved, onNext, predictedPercent }: LabelPanelProps, agrees: boolean): string {
  if (isSaved) return onNext === undefined ? text.saved : text.savedNext;
  if (predictedPercent === null) return text.saveReading;
  return agrees ? fill(text.accept, { value: formatPercent(value) }) : text.saveCorrection;
}

function Reading(props: LabelPanelProps) {
  const { value, onValueChange } = props;
  // While a person types, the field shows what was typed, not what it means.
  const [draft, setDraft] = useState<string | null>(null);
  const isInvalid = draft !== null && draft.trim() !== '' && parsePercent(draft) === null;
  const step = (delta: number) => {
    setDraft(null);
    onValueChange(stepPercent(value, delta));
  };
  const slider = useRef<HTMLDivElement>(null);
  useWheelSteps(slider, (direction, isLarge) =>
    step(direction * (isLarge ? KEY_STEPS.large : KEY_STEPS.small)),
  );
  return (
    <Stack gap={4}>
      <div className={classes.reading}>
        <StepButton label={text.onePointLess} onClick={() => step(-KEY_STEPS.small)} icon={<IconMinus />} />
        <TextInput
          ref={props.valueField}
          className={classes.input}
          aria-label={text.percentShearTyped}
          inputMode="decimal"
          autoComplete="off"
          value={draft ?? percentText(value)}
          error={isInvalid ? text.aNumberFrom0 : undefined}
          rightSection={<Text c="dimmed">%</Text>}
          data-testid="label-value"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            // What is no number must not be saved as the value before.
            onValueChange(parsePercent(event.currentTarget.value));
          }}
          onBlur={() => setDraft(null)}
          onKeyDown={(event) => {
            const action = findReviewAction(event);
            const change = action?.group === 'value' ? action.perform(reviewState(props)) : undefined;
            if (change?.shearPercent !== undefined) {
              event.preventDefault();
              setDraft(null);
              onValueChange(change.shearPercent);
            } else if (event.key === 'Escape') {
              event.currentTarget.blur();
            } else if (event.key === 'Enter') {
              event.preventDefault();
              if (isInvalid) return;
              // Leaves the field, so that the arrow keys lead to the next picture again.
              event.currentTarget.blur();
              props.onSubmit();
            }
          }}
        />
        <StepButton label={text.onePointMore} onClick={() => step(KEY_STEPS.small)} icon={<IconPlus />} />
      </div>
      <div ref={slider} className={classes.slider}>
        <RangeInput
          aria-label={text.percentShear}
          aria-valuetext={value === null ? text.notSet : formatPercent(value)}
          min={0}
          max={100}
          step={LABEL_STEP}
          value={value ?? 50}
          onValueChange={onValueChange}
          data-testid="label-slider"
          onKeyDown={(event) => {
            if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
              event.preventDefault();
              const size = event.shiftKey ? KEY_STEPS.large : KEY_STEPS.small;
              step(event.key === 'ArrowLeft' ? -size : size);
            }
          }}
        />
        <div className={`${classes.ticks} numeric`} aria-hidden>
          {[0, 25, 50, 75, 100].map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </div>
      </div>
    </Stack>
  );
}

function reviewState({ value, predictedPercent }: LabelPanelProps) {
  return { shearPercent: value, predictedPercent, isMapShown: false, isOutlineShown: false };
}

function StepButton(props: { label: string; onClick: (() => void) | undefined; icon: ReactNode }) {
  return (
    <ActionIcon
      variant="default"
      size={52}
      w="100%"
      aria-label={props.label}
      title={props.label}
      disabled={props.onClick === undefined}
      onClick={props.onClick}
    >
      {props.icon}
    </ActionIcon>
  );
}
