import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustments, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { useDelayedText } from '../../../shared/ui/use-delayed-text.ts';
import { countFilters, type HistorySearch } from '../history-search.ts';
import { text } from '../texts/text.ts';
import classes from './history-filters.module.css';

interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (change: { [Name in keyof HistorySearch]?: unknown }) => void;
}

/** The filters of the history; they live in the address, so that a view can be shared. */
export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const filterCount = countFilters(search);
  const [sought, setSought] = useDelayedText(search.text ?? '', (value) => onChange({ text: value }));
  const [technician, setTechnician] = useDelayedText(search.technician ?? '', (value) =>
    onChange({ technician: value }),
  );
  const [min, setMin] = useDelayedText(search.min === undefined ? '' : String(search.min), (value) =>
    onChange({ min: value }),
  );
  const [max, setMax] = useDelayedText(search.max === undefined ? '' : String(search.max), (value) =>
    onChange({ max: value }),
  );
  return (
    <search className={classes.filters} data-open={isOpen || undefined} aria-label={text.filters}>
      <TextInput
        className={classes.search}
        label={text.search}
        type="search"
        placeholder={text.fileSpecimenOrHeat}
        leftSection={<IconSearch size={18} />}
        maxLength={100}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <Button
        className={classes.more}
        variant="default"
        h={44}
        leftSection={<IconAdjustments size={18} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {filterCount > 0 ? fill(text.filters2, { filterCount }) : text.filters}
      </Button>
      <NativeSelect
        className={classes.choice}
        label={text.status}
        value={search.status ?? ''}
        onChange={(event) => onChange({ status: event.currentTarget.value })}
        data={[
          { value: '', label: text.all },
          { value: 'ok', label: text.measured },
          { value: 'poor', label: text.unfitPicture },
          { value: 'no-face', label: text.noFaceFound },
        ]}
      />
      <NativeSelect
        className={classes.choice}
        label={text.reading}
        value={search.labelled ?? ''}
        onChange={(event) => onChange({ labelled: event.currentTarget.value })}
        data={[
          { value: '', label: text.all },
          { value: 'yes', label: text.withAReading },
          { value: 'no', label: text.without },
        ]}
      />
      <TextInput
        className={classes.choice}
        label={text.technician}
        placeholder={text.userName}
        maxLength={100}
        autoCapitalize="none"
        value={technician}
        onChange={(event) => setTechnician(event.currentTarget.value)}
      />
      <div className={`${classes.pair} ${classes.days}`}>
        <TextInput
          label={text.from}
          type="date"
          value={search.from ?? ''}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          label={text.to}
          type="date"
          value={search.to ?? ''}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <div className={`${classes.pair} ${classes.percents}`}>
        <TextInput
          label={text.shearFrom}
          inputMode="decimal"
          placeholder="0"
          rightSection="%"
          value={min}
          onChange={(event) => setMin(event.currentTarget.value)}
        />
        <TextInput
          label={text.shearTo}
          inputMode="decimal"
          placeholder="100"
          rightSection="%"
          value={max}
          onChange={(event) => setMax(event.currentTarget.value)}
        />
      </div>
    </search>
  );
}
