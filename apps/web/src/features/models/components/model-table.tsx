import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { Model } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatBytes, formatNumber, formatShare, formatSigned } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { gateVerdict, isPromotable, originTitle } from '../model-text.ts';
import { text } from '../texts/text.ts';
import { GatePicture } from './gate-picture.tsx';
import classes from './model-table.module.css';
import { PromoteButton } from './promote-button.tsx';

/** Versions of the model, newest first, with the gate's verdict and its reasons. */
export function ModelTable({ models, champion }: { models: readonly Model[]; champion: string | undefined }) {
  const user = useSignedInUser();
  const mayPromote = user !== null && roleAtLeast(user.role, 'engineer');
  return (
    <ul className={classes.list} data-testid="model-list">
      {models.map((model) => (
        <ModelRow key={model.id} model={model} isPromotable={mayPromote && isPromotable(model, champion)} />
      ))}
    </ul>
  );
}

function ModelRow(props: { readonly model: Model; readonly isPromotable: boolean }) {
  const { model } = props;
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
          {fill(text.readings2, { labelCount: model.label_count })}
        </Text>
        {model.parent_version !== null && (
          <Text size="sm" c="dimmed">
            {fill(text.from, { parentVersion: model.parent_version })}
          </Text>
        )}
        {model.origin !== 'shipped' && <Learned model={model} />}
      </Stack>
      <HeldOut model={model} />
      <Stack gap={4} align="flex-start">
        <Badge color={verdict.color} variant="light" radius="sm" tt="none" data-testid="gate-verdict">
          {verdict.title}
        </Badge>
        {model.gate !== null && <Verdict gate={model.gate} />}
        {props.isPromotable && <PromoteButton model={model} />}
      </Stack>
    </li>
  );
}

/** The dataset version of exactly what it learned; those who may look at it get a link. */
function Learned({ model: { dataset_digest: digest } }: { model: Model }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  return (
    <Text size="sm" c="dimmed" data-testid="model-dataset">
      {digest === null && text.datasetUnknownMadeBy}
      {digest !== null &&
        roleAtLeast(role, 'engineer') &&
        rich(text.dataset, {
          link: (
            <Link to="/datasets/$digest" params={{ digest }} className="text-link">
              <Digest value={digest} />
            </Link>
          ),
        })}
      {digest !== null &&
        !roleAtLeast(role, 'engineer') &&
        rich(text.dataset2, { digest: <Digest value={digest} /> })}
    </Text>
  );
}

/** The reason that decided, and the others with the figures for who wants to know. */
function Verdict({ gate: { reasons, figures } }: { gate: NonNullable<Model['gate']> }) {
  const [first, ...others] = reasons;
  return (
    <>
      {first !== undefined && (
        <Text size="sm" c="dimmed">
          {first}
        </Text>
      )}
      {(others.length > 0 || figures !== null) && (
        <details className={classes.details}>
          <summary>{text.whatTheGateCompared}</summary>
          <Stack gap="xs">
            <List size="sm" spacing={2} c="dimmed" withPadding={false}>
              {others.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
            {figures !== null && <GatePicture figures={figures} />}
          </Stack>
        </details>
      )}
    </>
  );
}

function HeldOut({ model: { held_out: figures } }: { model: Model }) {
  if (figures === null || figures.count === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.noHeldOutReadings}
      </Text>
    );
  }
  return (
    <Stack gap={2} className="numeric">
      <Group gap={6} align="baseline">
        <Text fw={600}>{formatNumber(figures.mae, 1)}</Text>
        <Text size="sm" c="dimmed">
          {fill(text.meanErrorOn, { count: figures.count })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {fill(text.biasWithin5, { bias: formatSigned(figures.bias), within5: formatShare(figures.within_5) })}
      </Text>
      <Text size="sm" c="dimmed">
        {fill(text.intervalHolds, { intervalCoverage: formatShare(figures.interval_coverage) })}
      </Text>
    </Stack>
  );
}
