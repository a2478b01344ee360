import { Table } from '@mantine/core';
import type { PairedFigures, TrialComparison } from '@mlmcsc/contracts';
import { formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { estimateText, limitsText } from '../trial-text.ts';
import classes from './trial.module.css';

const FIGURES: readonly { readonly name: string; readonly text: (one: PairedFigures) => string }[] = [
  { name: 'Pictures, of specimens', text: (one) => `${one.pictures}, ${one.specimens}` },
  { name: 'Mean difference', text: ({ difference }) => estimateText(difference) },
  { name: 'Limits of agreement', text: ({ limits }) => limitsText(limits) },
  { name: 'Within 5 points', text: ({ within_5: within }) => formatShare(within) },
  {
    name: 'Labelled pictures, of specimens',
    text: ({ labelled }) => `${labelled.pictures}, ${labelled.specimens}`,
  },
  { name: 'Error of the champion', text: ({ labelled }) => formatNumber(labelled.champion_mae, 1) },
  { name: 'Error of the challenger', text: ({ labelled }) => formatNumber(labelled.challenger_mae, 1) },
  { name: 'Difference of the errors', text: ({ labelled }) => estimateText(labelled.error_difference) },
];

/** Every figure, over all pictures and by band. */
export function PairedTable({ overall, bands }: Pick<TrialComparison, 'overall' | 'bands'>) {
  const columns = [['All', overall], ...Object.entries(bands)] as [string, PairedFigures][];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className={classes.scroll} tabIndex={0} aria-label="Table of figures">
      <Table verticalSpacing={8} miw={720} data-testid="paired-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Figure</Table.Th>
            {columns.map(([name]) => (
              <Table.Th key={name}>{name === 'All' ? name : `${name} %`}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FIGURES.map(({ name, text }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {columns.map(([column, figures]) => (
                <Table.Td key={column} className="numeric">
                  {text(figures)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
