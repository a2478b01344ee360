import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustments, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useDelayedText } from '../../../shared/ui/use-delayed-text.ts';
import { countFilters, type HistorySearch } from '../history-search.ts';
import classes from './history-filters.module.css';

interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (change: { [Name in keyof HistorySearch]?: unknown }) => void;
}

/** The filters of the history; they live in the address, so that a view can be shared. */
export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const filterCount = countFilters(search);
  const [text, setText] = useDelayedText(search.text ?? '', (value) => onChange({ text: value }));
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
    <search className={classes.filters} data-open={isOpen || undefined} aria-label="Filters">
      <TextInput
        className={classes.search}
        label="Search"
        type="search"
        placeholder="File, specimen or heat"
        leftSection={<IconSearch size={18} />}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        className={classes.more}
        variant="default"
        h={44}
        leftSection={<IconAdjustments size={18} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {filterCount > 0 ? `Filters (${filterCount})` : 'Filters'}
      </Button>
      <NativeSelect
        className={classes.choice}
        label="Status"
        value={search.status ?? ''}
        onChange={(event) => onChange({ status: event.currentTarget.value })}
        data={[
          { value: '', label: 'All' },
          { value: 'ok', label: 'Measured' },
          { value: 'poor', label: 'Unfit picture' },
          { value: 'no-face', label: 'No face found' },
        ]}
      />
      <NativeSelect
        className={classes.choice}
        label="Reading"
        value={search.labelled ?? ''}
        onChange={(event) => onChange({ labelled: event.currentTarget.value })}
        data={[
          { value: '', label: 'All' },
          { value: 'yes', label: 'With a reading' },
          { value: 'no', label: 'Without' },
        ]}
      />
      <TextInput
        className={classes.choice}
        label="Technician"
        placeholder="User name"
        maxLength={100}
        autoCapitalize="none"
        value={technician}
        onChange={(event) => setTechnician(event.currentTarget.value)}
      />
      <div className={`${classes.pair} ${classes.days}`}>
        <TextInput
          label="From"
          type="date"
          value={search.from ?? ''}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          label="To"
          type="date"
          value={search.to ?? ''}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <div className={`${classes.pair} ${classes.percents}`}>
        <TextInput
          label="Shear from"
          inputMode="decimal"
          placeholder="0"
          rightSection="%"
          value={min}
          onChange={(event) => setMin(event.currentTarget.value)}
        />
        <TextInput
          label="Shear to"
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
