import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import type { DriftSignal, DriftSignalName } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { driftChartQuery } from '../api/drift-requests.ts';
import { figure, KIND_TITLES, signalName, stateText, stateWords } from '../drift-text.ts';
import { text } from '../texts/text.ts';
import { ControlChart } from './control-chart.tsx';
import classes from './drift.module.css';

/** Every signal in words, and its chart where it is asked for. */
export function SignalList({ signals }: { signals: readonly DriftSignal[] }) {
  // Those that drift are what one wants to see first.
  const [shown, setShown] = useState<DriftSignalName | null>(
    signals.find(({ state }) => state === 'drifting')?.signal ?? null,
  );
  const kinds = [...new Set(signals.map(({ kind }) => kind))];
  return (
    <Section title={text.signals} description={text.eachAgainstTheReference}>
      {kinds.map((kind) => (
        <div key={kind}>
          <Title order={3} size="h5" mb={4}>
            {KIND_TITLES[kind]}
          </Title>
          {signals
            .filter((signal) => signal.kind === kind)
            .map((signal) => (
              <Signal
                key={signal.signal}
                signal={signal}
                isShown={shown === signal.signal}
                onToggle={() => setShown(shown === signal.signal ? null : signal.signal)}
              />
            ))}
        </div>
      ))}
    </Section>
  );
}

function Signal(props: { signal: DriftSignal; isShown: boolean; onToggle: () => void }) {
  const { signal, isShown } = props;
  const { label, color } = stateWords(signal.state);
  const action = isShown ? text.hideChart : text.showChart;
  return (
    <div data-testid="signal" data-signal={signal.signal} data-state={signal.state}>
      <div className={classes.signal}>
        <div className={classes.words}>
          <Text fw={600}>{signalName(signal)}</Text>
          <Text size="sm">{stateText(signal)}</Text>
          {signal.usual !== null && (
            <Text size="sm" c="dimmed">
              {fill(text.usualNow, {
                signal: figure(signal, signal.usual),
                signal2: figure(signal, signal.seen),
              })}
            </Text>
          )}
        </div>
        <Badge color={color} variant="light" radius="sm" tt="none">
          {label}
        </Badge>
        <Button
          variant="default"
          h={44}
          aria-expanded={isShown}
          aria-label={`${action}: ${signalName(signal)}`}
          onClick={props.onToggle}
        >
          {action}
        </Button>
      </div>
      {isShown && <SignalChart name={signal.signal} />}
    </div>
  );
}

function SignalChart({ name }: { name: DriftSignalName }) {
  const chart = useQuery(driftChartQuery(name));
  return (
    <Stack pb="sm">
      {chart.isPending && <LoadingState label={text.loadingTheChart} />}
      {chart.isError && <ErrorState error={chart.error} onRetry={() => void chart.refetch()} />}
      {chart.isSuccess && <ControlChart chart={chart.data} />}
    </Stack>
  );
}
