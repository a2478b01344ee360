import type { ModelRecord } from '../../domain/records.ts';
import type { AuditDetail } from '../../ports/audit.ts';
import type { Rows } from '../../ports/store.ts';

/** Notes in the audit trail what happened to a model version. */
export async function recordModel(
  rows: Pick<Rows, 'audit'>,
  action: 'model.installed' | 'model.promoted' | 'model.rolled-back',
  username: string,
  { version, digest, origin, parentVersion, datasetDigest }: ModelRecord,
  more: Readonly<Record<string, AuditDetail>> = {},
): Promise<void> {
  await rows.audit.append({
    action,
    actor: username,
    subject: { kind: 'model', id: version },
    details: { digest, origin, parent_version: parentVersion, dataset_digest: datasetDigest, ...more },
  });
}
