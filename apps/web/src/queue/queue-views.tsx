import { Button, Group, Menu, Popover, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session.js';
import { formText } from '../shell/form-text.js';
import { texts } from '../texts/texts.js';
import { type QueueSearch, type SavedView, savedViews, saveViews } from './queue-search.js';

/** Views of the queue that somebody keeps under a name. */
export function QueueViews({ search, show }: { readonly search: QueueSearch; readonly show: (next: QueueSearch) => void }) {
  const { account } = useSession();
  const [views, setViews] = useState(() => savedViews(account));
  const [isNaming, setNaming] = useState(false);
  const keep = (next: readonly SavedView[]): void => {
    saveViews(account, next);
    setViews(next);
  };
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = formText(new FormData(event.currentTarget), 'name').trim();
    if (name === '') return;
    keep([...views.filter((view) => view.name !== name), { name, search }]);
    setNaming(false);
  };
  return (
    <Group gap="xs">
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default">
            {texts.queue.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{texts.queue.noViews}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => show(view.search)}>
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {views.map((view) => (
            <Menu.Item key={view.name} color="red" onClick={() => keep(views.filter((other) => other.name !== view.name))}>
              {texts.queue.removeView(view.name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Popover opened={isNaming} onChange={setNaming} trapFocus withArrow>
        <Popover.Target>
          <Button size="xs" variant="subtle" onClick={() => setNaming(true)}>
            {texts.queue.saveView}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form onSubmit={save}>
            <Group align="flex-end" gap="xs">
              <TextInput size="xs" name="name" label={texts.queue.viewName} required data-autofocus />
              <Button size="xs" type="submit">
                {texts.queue.save}
              </Button>
            </Group>
          </form>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
