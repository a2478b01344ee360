import { Badge, Text } from '@mantine/core';
import type { Component, ComponentState } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { formatDuration } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { componentTitle, reasonText, stateWords } from '../operations-text.ts';
import { text } from '../texts/text.ts';
import classes from './operations.module.css';

const ICONS = {
  ok: IconCircleCheck,
  attention: IconAlertTriangle,
  failed: IconCircleX,
  unused: IconCircleDashed,
} as const satisfies Record<ComponentState, typeof IconCircleX>;
const ORDER: readonly ComponentState[] = ['failed', 'attention', 'ok', 'unused'];

/** Every component, what is wrong first. */
export function ComponentList({ components }: { components: readonly Component[] }) {
  const sorted = components.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  return (
    <Section title={text.components}>
      <ul className={classes.tiles}>
        {sorted.map((component) => (
          <Tile key={component.name} component={component} />
        ))}
      </ul>
    </Section>
  );
}

function Tile({ component }: { component: Component }) {
  const { name, state, elapsed_ms } = component;
  const reason = reasonText(component);
  const { label, color } = stateWords(state);
  const Icon = ICONS[state];
  return (
    <li className={classes.tile} data-testid="component" data-name={name} data-state={state}>
      <Icon size={22} aria-hidden color={`var(--mantine-color-${color}-light-color)`} />
      <Text fw={600}>{componentTitle(name)}</Text>
      <Badge color={color} variant="light" radius="sm" tt="none">
        {label}
      </Badge>
      {reason !== null && (
        <Text size="sm" className={classes.words ?? ''}>
          {reason}
        </Text>
      )}
      {elapsed_ms !== null && state === 'ok' && (
        <Text size="sm" c="dimmed" className={`${classes.words} numeric`}>
          {fill(text.answeredIn, { duration: formatDuration(elapsed_ms) })}
        </Text>
      )}
    </li>
  );
}
