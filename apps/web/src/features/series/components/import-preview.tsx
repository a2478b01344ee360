import { Alert, Stack, Table, Text } from '@mantine/core';
import type { SpecimenImportPreview } from '@mlmcsc/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { serverText } from '../../../shared/server-words/server-words.ts';
import { text } from '../texts/text.ts';

/** What a list would bring: how its columns were understood, and everything that is wrong with it. */
export function ImportPreview({ fileName, preview }: { fileName: string; preview: SpecimenImportPreview }) {
  const { fault_count: faultCount, faults, new_heats: newHeats } = preview;
  return (
    <Stack gap="sm" data-testid="import-preview">
      <Text>
        {rich(text.specimensDecimal, {
          fileName: <strong>{fileName}</strong>,
          specimenCount: preview.specimen_count,
          decimal: preview.decimal === ',' ? text.comma : text.point,
          count: newHeats.length > 0 && fill(text.heatsThatWouldBe, { newHeats: newHeats.join(', ') }),
        })}
      </Text>
      {faultCount > 0 && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle />}
          title={fill(text.nothingCanBeTaken, {
            faultCount,
            faultCount2: fillCount(text.faults, faultCount),
          })}
          data-testid="import-faults"
        >
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {faults.map(({ row, column, reason }) => (
              <li key={`${row} ${column} ${reason}`}>
                {rich(text.row, { row, column: column !== null && `, ${column}`, reason })}
              </li>
            ))}
          </ul>
          {faultCount > faults.length && (
            <Text size="sm">{fill(text.andMore, { faultCount: faultCount - faults.length })}</Text>
          )}
        </Alert>
      )}
      <Table verticalSpacing={6} style={{ maxWidth: 560 }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.column}</Table.Th>
            <Table.Th>{text.isTakenAs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map(({ header, field, unit }) => (
            <Table.Tr key={header}>
              <Table.Td>{header === '' ? text.noHeader : header}</Table.Td>
              <Table.Td>
                {field === null ? (
                  <Text span c="dimmed">
                    {text.leftOut2}
                  </Text>
                ) : (
                  `${serverText(`field.${field}`, field.replaceAll('_', ' '))}${unit === null ? '' : `, ${unitText(unit)}`}`
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

const UNITS: Readonly<Record<string, string>> = { degC: '°C', degF: '°F', percent: '%', 'ft-lbf': 'ft·lbf' };
const unitText = (unit: string) => UNITS[unit] ?? unit;
