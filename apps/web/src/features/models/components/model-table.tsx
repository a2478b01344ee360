import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { Model } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatBytes, formatNumber, formatShare, formatSigned } from '../../../shared/format/format-value.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { gateVerdict, originTitle } from '../model-text.ts';
import classes from './model-table.module.css';

/** Versions of the model, newest first, with the gate's verdict and its reasons. */
export function ModelTable({ models }: { models: readonly Model[] }) {
  return (
    <ul className={classes.list} data-testid="model-list">
      {models.map((model) => (
        <ModelRow key={model.id} model={model} />
      ))}
    </ul>
  );
}

function ModelRow({ model }: { model: Model }) {
  const verdict = gateVerdict(model);
  return (
    <li
      className={classes.row}
      data-champion={model.is_champion || undefined}
      data-testid="model-row"
      data-version={model.version}
    >
      <Stack gap={2}>
        <Text fw={600}>{model.version}</Text>
        <Text size="sm" c="dimmed">
          <Digest value={model.digest} /> · {formatBytes(model.size_bytes)}
        </Text>
        <Text size="sm" c="dimmed">
          {formatInstant(model.created_at)}
        </Text>
      </Stack>
      <Stack gap={2}>
        <Text size="sm">{originTitle(model.origin)}</Text>
        <Text size="sm" c="dimmed" className="numeric">
          {model.label_count} readings
        </Text>
        {model.parent_version !== null && (
          <Text size="sm" c="dimmed">
            from {model.parent_version}
          </Text>
        )}
        {model.origin !== 'shipped' && <Learned model={model} />}
      </Stack>
      <HeldOut model={model} />
      <Stack gap={4} align="flex-start">
        <Badge color={verdict.color} variant="light" radius="sm" tt="none" data-testid="gate-verdict">
          {verdict.title}
        </Badge>
        {model.gate !== null && model.gate.reasons.length > 0 && (
          <List size="sm" spacing={2} c="dimmed" withPadding={false}>
            {model.gate.reasons.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </li>
  );
}

/** The dataset version of exactly what it learned; those who may look at it get a link. */
function Learned({ model: { dataset_digest: digest } }: { model: Model }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  return (
    <Text size="sm" c="dimmed" data-testid="model-dataset">
      {digest === null && 'dataset unknown: made by an earlier release'}
      {digest !== null && roleAtLeast(role, 'engineer') && (
        <>
          dataset{' '}
          <Link to="/datasets/$digest" params={{ digest }} className="text-link">
            <Digest value={digest} />
          </Link>
        </>
      )}
      {digest !== null && !roleAtLeast(role, 'engineer') && (
        <>
          dataset <Digest value={digest} />
        </>
      )}
    </Text>
  );
}

function HeldOut({ model: { held_out: figures } }: { model: Model }) {
  if (figures === null || figures.count === 0) {
    return (
      <Text size="sm" c="dimmed">
        No held-out readings
      </Text>
    );
  }
  return (
    <Stack gap={2} className="numeric">
      <Group gap={6} align="baseline">
        <Text fw={600}>{formatNumber(figures.mae, 1)}</Text>
        <Text size="sm" c="dimmed">
          mean error on {figures.count}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        bias {formatSigned(figures.bias)} · within ± 5: {formatShare(figures.within_5)}
      </Text>
      <Text size="sm" c="dimmed">
        interval holds {formatShare(figures.interval_coverage)}
      </Text>
    </Stack>
  );
}
