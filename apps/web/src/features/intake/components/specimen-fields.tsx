import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { ImageContext } from '@mlmcsc/contracts';
import { fill } from '../../../shared/language/fill.ts';
import { SPECIMEN_WIDTHS_MM } from '../specimen-widths.ts';
import { text } from '../texts/text.ts';

interface SpecimenFieldsProps {
  value: ImageContext;
  onChange: (context: ImageContext) => void;
  /** Whether the specimen is named here, too. @default true */
  isNamed?: boolean;
}

/** What is known about the pictures to come; all optional. */
export function SpecimenFields({ value, onChange, isNamed = true }: SpecimenFieldsProps) {
  const set = (name: 'specimen' | 'heat', text: string) => {
    const { [name]: _old, ...rest } = value;
    onChange(text.trim() === '' ? rest : { ...rest, [name]: text });
  };
  return (
    <SimpleGrid cols={isNamed ? { base: 1, xs: 3 } : 2} spacing="sm">
      {isNamed && (
        <TextInput
          label={text.specimen}
          placeholder={text.optional}
          maxLength={100}
          styles={{ input: { height: 44 } }}
          value={value.specimen ?? ''}
          onChange={(event) => set('specimen', event.currentTarget.value)}
        />
      )}
      <TextInput
        label={text.heat}
        placeholder={text.optional}
        maxLength={100}
        styles={{ input: { height: 44 } }}
        value={value.heat ?? ''}
        onChange={(event) => set('heat', event.currentTarget.value)}
      />
      <NativeSelect
        label={text.width}
        styles={{ input: { height: 44 } }}
        value={value.width_mm === undefined ? '' : String(value.width_mm)}
        onChange={(event) => {
          const { width_mm: _old, ...rest } = value;
          const width = event.currentTarget.value;
          onChange(width === '' ? rest : { ...rest, width_mm: Number(width) });
        }}
        data={[
          { value: '', label: text.notStated },
          ...SPECIMEN_WIDTHS_MM.map((width) => ({ value: String(width), label: fill(text.mm, { width }) })),
        ]}
      />
    </SimpleGrid>
  );
}
