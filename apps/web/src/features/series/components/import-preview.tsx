import { Alert, Stack, Table, Text } from '@mantine/core';
import type { SpecimenImportPreview } from '@mlmcsc/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';

/** What a list would bring: how its columns were understood, and everything that is wrong with it. */
export function ImportPreview({ fileName, preview }: { fileName: string; preview: SpecimenImportPreview }) {
  const { fault_count: faultCount, faults, new_heats: newHeats } = preview;
  return (
    <Stack gap="sm" data-testid="import-preview">
      <Text>
        <strong>{fileName}</strong>: {preview.specimen_count} specimens, decimal{' '}
        {preview.decimal === ',' ? 'comma' : 'point'}
        {newHeats.length > 0 && `; heats that would be entered: ${newHeats.join(', ')}`}
      </Text>
      {faultCount > 0 && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle />}
          title={`${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}: nothing can be taken in`}
          data-testid="import-faults"
        >
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {faults.map(({ row, column, reason }) => (
              <li key={`${row} ${column} ${reason}`}>
                Row {row}
                {column !== null && `, ${column}`}: {reason}
              </li>
            ))}
          </ul>
          {faultCount > faults.length && <Text size="sm">… and {faultCount - faults.length} more.</Text>}
        </Alert>
      )}
      <Table verticalSpacing={6} style={{ maxWidth: 560 }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th>is taken as</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map(({ header, field, unit }) => (
            <Table.Tr key={header}>
              <Table.Td>{header === '' ? '(no header)' : header}</Table.Td>
              <Table.Td>
                {field === null ? (
                  <Text span c="dimmed">
                    left out
                  </Text>
                ) : (
                  `${field.replaceAll('_', ' ')}${unit === null ? '' : `, ${unitText(unit)}`}`
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
