import { NativeSelect, TextInput } from '@mantine/core';
import { useDelayedText } from '../../../shared/ui/use-delayed-text.ts';
import { type AuditSearch, parseAuditSearch } from '../audit-search.ts';
import { actionGroups } from '../audit-text.ts';
import { text } from '../texts/text.ts';
import classes from './audit.module.css';

/** The filters of the trail; they live in the address, so that a view can be shared. */
export function AuditFilters(props: {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}) {
  const { search } = props;
  const change = (part: AuditSearch) => props.onChange(parseAuditSearch({ ...search, ...part }));
  const [actor, setActor] = useDelayedText(search.actor ?? '', (value) => change({ actor: value }));
  const [kind, setKind] = useDelayedText(search.kind ?? '', (value) => change({ kind: value }));
  const [id, setId] = useDelayedText(search.id ?? '', (value) => change({ id: value }));
  return (
    <search className={classes.filters} aria-label={text.filters}>
      <NativeSelect
        label={text.what}
        value={search.action ?? ''}
        onChange={(event) => change({ action: event.currentTarget.value })}
        data={[{ value: '', label: text.everything }, ...actionGroups()]}
      />
      <TextInput
        label={text.who}
        placeholder={text.userName}
        maxLength={100}
        autoCapitalize="none"
        value={actor}
        onChange={(event) => setActor(event.currentTarget.value)}
      />
      <TextInput
        label={text.aboutWhatKind}
        placeholder={text.eGUserJob}
        maxLength={100}
        autoCapitalize="none"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <TextInput
        label={text.aboutWhich}
        placeholder={text.identifierOrUserName}
        maxLength={200}
        autoCapitalize="none"
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <TextInput
        label={text.from}
        type="date"
        value={search.from ?? ''}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        label={text.to}
        type="date"
        value={search.to ?? ''}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </search>
  );
}
