import type { Operations } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatAgo } from '../../../shared/format/format-time.ts';
import { NO_VALUE } from '../../../shared/format/format-value.ts';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { text } from '../texts/text.ts';
import { Facts } from './facts.tsx';

/** What runs, and whether the records are as they were written. */
export function VersionPanel({ operations }: { operations: Operations }) {
  const { versions } = operations;
  return (
    <Section title={text.versionsAndRecords}>
      <Facts
        facts={[
          [text.release, versions.release],
          [text.schema, versions.schema?.replace(/\.sql$/, '') ?? NO_VALUE],
          [
            text.modelInService,
            <Link key="model" to="/model" className="text-link">
              {versions.champion ?? text.noModel}
            </Link>,
          ],
          [text.auditTrail, <AuditFact key="audit" operations={operations} />],
        ]}
      />
    </Section>
  );
}

function AuditFact({ operations }: { operations: Operations }) {
  const isAdmin = useSignedInUser()?.role === 'admin';
  const { audit_trail: found, at } = operations;
  if (found === null) return text.notChecked;
  const ago = formatAgo(found.verified_at, at);
  const result =
    found.broken_at === null
      ? fillCount(text.unbroken, found.entries, { ago })
      : fill(text.brokenAt, { position: found.broken_at, ago });
  if (!isAdmin) return result;
  return (
    <>
      {result}.{' '}
      <Link to="/audit" className="text-link">
        {text.openTrail}
      </Link>
    </>
  );
}
