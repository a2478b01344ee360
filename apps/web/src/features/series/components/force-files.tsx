import { Button, Group, Text } from '@mantine/core';
import type { ForceCurve, ForceCurveFile } from '@mlmcsc/contracts';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { forceCurveFilesQuery, forceCurveFileUrl } from '../api/force-curve-requests.ts';
import { text } from '../texts/text.ts';

/** Downloads the file of a curve. */
export function DownloadFile({ curve }: { curve: ForceCurve }) {
  return (
    <Button
      component="a"
      href={forceCurveFileUrl(curve.specimen_id, curve.sha256)}
      download
      variant="default"
      h={44}
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {text.downloadTheFile}
    </Button>
  );
}

/** Files that were attached before, each to be downloaded; nothing where there was none. */
export function EarlierFiles({ curve, seriesId }: { curve: ForceCurve; seriesId: string }) {
  const query = useQuery(forceCurveFilesQuery(seriesId, curve.specimen_id));
  const earlier = query.data?.items.filter(({ is_current: isCurrent }) => !isCurrent) ?? [];
  if (earlier.length === 0) return null;
  return (
    <section aria-label={text.earlierFiles} data-testid="earlier-force-files">
      <Text size="sm" fw={600} mb={4}>
        {text.attachedBefore}
      </Text>
      {earlier.map((file) => (
        <EarlierFile key={file.attached_at} file={file} specimenId={curve.specimen_id} />
      ))}
    </section>
  );
}

function EarlierFile({ file, specimenId }: { file: ForceCurveFile; specimenId: string }) {
  const { file_name: name, sha256, attached_at: at, attached_by: by } = file;
  return (
    <Group gap="xs" mih={44}>
      <a className="text-link" href={forceCurveFileUrl(specimenId, sha256)} download>
        {name}
      </a>
      <Text size="sm" c="dimmed">
        {formatInstant(at)}, {by} · <Digest value={sha256} />
      </Text>
    </Group>
  );
}
