import { Table } from '@mantine/core';
import type { PairedFigures, TrialComparison } from '@mlmcsc/contracts';
import { formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { text } from '../texts/text.ts';
import { estimateText, limitsText } from '../trial-text.ts';
import classes from './trial.module.css';

const FIGURES: readonly { readonly name: string; readonly text: (one: PairedFigures) => string }[] = [
  {
    get name() {
      return text.picturesOfSpecimens;
    },
    text: (one) => `${one.pictures}, ${one.specimens}`,
  },
  {
    get name() {
      return text.meanDifference;
    },
    text: ({ difference }) => estimateText(difference),
  },
  {
    get name() {
      return text.limitsOfAgreement;
    },
    text: ({ limits }) => limitsText(limits),
  },
  {
    get name() {
      return text.within5Points;
    },
    text: ({ within_5: within }) => formatShare(within),
  },
  {
    get name() {
      return text.labelledPicturesOfSpecimens;
    },
    text: ({ labelled }) => `${labelled.pictures}, ${labelled.specimens}`,
  },
  {
    get name() {
      return text.errorOfTheChampion;
    },
    text: ({ labelled }) => formatNumber(labelled.champion_mae, 1),
  },
  {
    get name() {
      return text.errorOfTheChallenger2;
    },
    text: ({ labelled }) => formatNumber(labelled.challenger_mae, 1),
  },
  {
    get name() {
      return text.differenceOfTheErrors;
    },
    text: ({ labelled }) => estimateText(labelled.error_difference),
  },
];

/** Every figure, over all pictures and by band. */
export function PairedTable({ overall, bands }: Pick<TrialComparison, 'overall' | 'bands'>) {
  const columns = [[text.all, overall], ...Object.entries(bands)] as [string, PairedFigures][];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className={classes.scroll} tabIndex={0} aria-label={text.tableOfFigures}>
      <Table verticalSpacing={8} miw={720} data-testid="paired-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.figure}</Table.Th>
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
