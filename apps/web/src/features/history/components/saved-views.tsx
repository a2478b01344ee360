import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { countFilters, type HistorySearch } from '../history-search.ts';
import {
  isOpen,
  keepViews,
  longestName,
  readViews,
  type SavedView,
  withoutView,
  withView,
} from '../saved-views.ts';
import { text } from '../texts/text.ts';

interface SavedViewsProps {
  readonly search: HistorySearch;
  readonly onOpen: (search: HistorySearch) => void;
}

/** Filters that somebody comes back to, by name; and the way to keep those that are set. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const userId = useSignedInUser()?.id ?? '';
  const [views, setViews] = useState(() => readViews(userId));
  const [isNaming, setNaming] = useState(false);
  const change = (changed: readonly SavedView[]) => {
    setViews(changed);
    keepViews(userId, changed);
  };
  const isKept = views.some((view) => isOpen(view, search));
  const canKeep = countFilters(search) > 0 && !isKept;
  if (views.length === 0 && !canKeep) return null;
  return (
    <Group gap="xs" mt="sm" role="group" aria-label={text.savedViews} data-testid="saved-views">
      {views.map((view) => (
        <Group key={view.name} gap={0} wrap="nowrap" data-testid="saved-view">
          <Button
            variant={isOpen(view, search) ? 'light' : 'default'}
            h={44}
            aria-pressed={isOpen(view, search)}
            onClick={() => onOpen(view.search)}
          >
            {view.name}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={fill(text.forgetView, { name: view.name })}
            onClick={() => change(withoutView(views, view.name))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {canKeep && !isNaming && (
        <Button
          variant="subtle"
          h={44}
          leftSection={<IconBookmarkPlus size={18} aria-hidden />}
          onClick={() => setNaming(true)}
        >
          {text.keepThisView}
        </Button>
      )}
      {canKeep && isNaming && (
        <NameForm
          onCancel={() => setNaming(false)}
          onKeep={(name) => {
            change(withView(views, name, search));
            setNaming(false);
          }}
        />
      )}
    </Group>
  );
}

function NameForm(props: { readonly onKeep: (name: string) => void; readonly onCancel: () => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') props.onKeep(name);
  };
  return (
    <form onSubmit={submit} aria-label={text.keepThisView}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          aria-label={text.nameOfView}
          placeholder={text.nameOfView}
          maxLength={longestName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') props.onCancel();
          }}
          styles={{ input: { height: 44 } }}
          autoFocus
        />
        <Button type="submit" h={44} disabled={name.trim() === ''}>
          {text.keep}
        </Button>
      </Group>
    </form>
  );
}
