import { Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { ReportView } from '../../features/reports/components/report-view.tsx';
import { Findings, Verdict } from '../../features/series/components/acceptance-panel.tsx';
import { Curve } from '../../features/series/components/curve-panel.tsx';
import { PROPERTY_TITLES } from '../../features/series/series-text.ts';
import { fill } from '../../shared/language/fill.ts';
import { inSentence } from '../../shared/language/language.ts';
import { Section } from '../../shared/ui/section.tsx';
import { text } from '../texts/text.ts';
import { PageFrame } from './page-frame.tsx';

export function ReportPage() {
  const { id } = useParams({ from: '/signed-in/reports/$id' });
  return (
    <PageFrame>
      <ReportView
        id={id}
        renderCurve={(curve) => (
          <Section
            title={fill(text.transitionCurve, {
              property: inSentence(PROPERTY_TITLES[curve.property]),
            })}
          >
            <Curve curve={curve} />
          </Section>
        )}
        renderVerdict={(verdict) => (
          <Section title={text.acceptance}>
            <div>
              <Group mb="sm">
                <Verdict passes={verdict.passes} />
              </Group>
              <Findings verdict={verdict} />
            </div>
          </Section>
        )}
      />
    </PageFrame>
  );
}
