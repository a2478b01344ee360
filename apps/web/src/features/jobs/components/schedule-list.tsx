import {
  Alert,
  Badge,
  Button,
  Group,
  Modal,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { Schedule } from '@mlmcsc/contracts';
import { IconArrowLeft, IconInfoCircle, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { changeSchedule, runSchedule, schedulesQuery } from '../api/schedule-requests.ts';
import { JOB_KIND_TITLES } from '../job-text.ts';
import { cronText, timeZones } from '../schedule-text.ts';
import { text } from '../texts/text.ts';

/** What starts by the clock. */
export function ScheduleList() {
  const query = useQuery(schedulesQuery);
  return (
    <>
      <Link
        to="/jobs"
        className="text-link"
        style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
      >
        {rich(text.jobs2, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      <PageHeader title={text.schedules} description={text.jobsThatStartBy} />
      <Stack gap="md">
        {query.isPending && <LoadingState label={text.loadingTheSchedules} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.map((schedule) => (
          <ScheduleRow key={schedule.name} schedule={schedule} />
        ))}
      </Stack>
    </>
  );
}

function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  const mayChange = roleAtLeast(role, 'admin');
  const queryClient = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
  const change = useMutation({
    mutationFn: changeSchedule,
    onSuccess: () => setEditing(false),
    onSettled: refresh,
  });
  const run = useMutation({ mutationFn: runSchedule, onSettled: refresh });
  const { name, cron, time_zone: timeZone, is_enabled: isEnabled } = schedule;
  const error = isEditing ? run.error : (run.error ?? change.error);
  return (
    <Paper withBorder p="md" component="article" aria-label={name} data-testid="schedule" data-name={name}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} style={{ flex: '1 1 260px' }}>
          <Group gap="xs">
            <Title order={2} size="h4">
              {JOB_KIND_TITLES[schedule.kind]}
            </Title>
            <Badge color={isEnabled ? 'teal' : 'gray'} variant="light" tt="none">
              {isEnabled ? text.on : text.paused}
            </Badge>
          </Group>
          <Text>{`${capitalise(cronText(cron))}, ${timeZone}`}</Text>
          <Text size="sm" c="dimmed">
            {name}
            {schedule.is_changed ? text.chosenByAnAdministrator : text.asTheReleaseComes}
          </Text>
        </Stack>
        {mayChange && (
          <Group gap="xs">
            <Button variant="default" h={44} loading={run.isPending} onClick={() => run.mutate(name)}>
              {text.runNow}
            </Button>
            <Button
              variant="default"
              h={44}
              onClick={() => {
                change.reset();
                setEditing(true);
              }}
            >
              {text.changeTheTime}
            </Button>
            <Button
              variant="default"
              h={44}
              loading={change.isPending && !isEditing}
              leftSection={
                isEnabled ? (
                  <IconPlayerPause size={18} aria-hidden />
                ) : (
                  <IconPlayerPlay size={18} aria-hidden />
                )
              }
              onClick={() => change.mutate({ shown: schedule, change: { is_enabled: !isEnabled } })}
            >
              {isEnabled ? text.pause : text.goOn}
            </Button>
          </Group>
        )}
      </Group>
      <Group gap="xl" mt="sm">
        <Fact title={text.next}>
          {schedule.next_at === null ? text.notByTheClock : formatInstant(schedule.next_at)}
        </Fact>
        <Fact title={text.lastByTheClock}>
          {schedule.last_job_id === null ? (
            text.never
          ) : (
            <Link to="/jobs/$id" params={{ id: schedule.last_job_id }} className="text-link">
              {formatInstant(schedule.last_at)}
            </Link>
          )}
        </Fact>
      </Group>
      {run.data !== undefined && (
        <Alert mt="sm" variant="light" icon={<IconInfoCircle aria-hidden />} role="status">
          {rich(text.theJobIsQueued, {
            watchThe: (
              <Link to="/jobs/$id" params={{ id: run.data.id }} className="text-link">
                {text.watchTheJob}
              </Link>
            ),
          })}
        </Alert>
      )}
      {error !== null && <ErrorState error={error} />}
      {isEditing && (
        <TimeDialog
          schedule={schedule}
          isPending={change.isPending}
          error={change.error}
          onClose={() => setEditing(false)}
          onSave={(time) => change.mutate({ shown: schedule, change: time })}
        />
      )}
    </Paper>
  );
}

function TimeDialog(props: {
  readonly schedule: Schedule;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onSave: (time: { cron: string; time_zone: string }) => void;
}) {
  const [cron, setCron] = useState(props.schedule.cron);
  const [zone, setZone] = useState(props.schedule.time_zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ cron: cron.trim(), time_zone: zone });
  };
  const words = cronText(cron);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={fill(text.whenStarts, { name: props.schedule.name })}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form onSubmit={submit} aria-label={text.time}>
        <Stack gap="md">
          <TextInput
            label={text.minuteHourDayMonth}
            description={words === cron ? text.eG173 : fill(text.thatIs, { words })}
            value={cron}
            onChange={(event) => setCron(event.currentTarget.value)}
            maxLength={200}
            styles={{ input: { height: 44, fontFamily: 'var(--mantine-font-family-monospace)' } }}
            required
            data-autofocus
          />
          <NativeSelect
            label={text.timeZone}
            value={zone}
            onChange={(event) => setZone(event.currentTarget.value)}
            data={[...timeZones(props.schedule.time_zone)]}
            styles={{ input: { height: 44 } }}
          />
          {props.error !== null && <ErrorState error={props.error} />}
          <Group justify="flex-end">
            <Button variant="default" h={44} onClick={props.onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" h={44} loading={props.isPending} disabled={cron.trim() === ''}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <div className="numeric">{children}</div>
    </div>
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
