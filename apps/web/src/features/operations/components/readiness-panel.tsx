import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { readinessQuery } from '../api/operations-query.ts';
import { componentTitle } from '../operations-text.ts';
import { text } from '../texts/text.ts';

/** What the server still says of itself when it cannot answer as usual. */
export function ReadinessPanel() {
  const { data } = useQuery(readinessQuery);
  if (data === undefined) return null;
  return (
    <Section title={text.whatServerSays}>
      {data.checks.map(({ name, ok, detail }) => (
        <Text key={name} data-testid="readiness" data-name={name}>
          {ok
            ? fill(text.answers, { name: componentTitle(name) })
            : fill(text.answersNot, { name: componentTitle(name), reason: detail ?? '?' })}
        </Text>
      ))}
    </Section>
  );
}
