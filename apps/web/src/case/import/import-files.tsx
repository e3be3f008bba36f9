import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { newKey } from '../../api/client.js';
import { texts } from '../../texts/texts.js';
import classes from './import-files.module.css';
import { ImportedFile } from './imported-file.js';
import { type ReadFile, readCaseFiles } from './read-file.js';

/** The same file may be taken twice. */
interface Taken {
  readonly id: string;
  readonly read: ReadFile;
}

/** A place to drop case files on, or to choose them. Nothing is recorded before it is said so. */
export function ImportFiles() {
  const chooser = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly Taken[]>([]);
  const [isOver, setOver] = useState(false);
  const words = texts.case.import;
  const take = async (list: FileList | null): Promise<void> => {
    const read = await readCaseFiles(list ?? []);
    setFiles((before) => [...read.map((one) => ({ id: newKey(), read: one })), ...before]);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <Stack gap="xs">
      <Paper
        withBorder
        p="xs"
        className={classes['drop'] ?? ''}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Group gap="sm">
          <Button size="xs" variant="light" onClick={() => chooser.current?.click()}>
            {words.choose}
          </Button>
          <Text size="sm" c="dimmed">
            {words.drop}
          </Text>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            multiple
            hidden
            aria-label={words.choose}
            onChange={(event) => {
              void take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </Group>
      </Paper>
      {files.map(({ id, read }) => (
        <ImportedFile key={id} read={read} leaveOut={() => setFiles((before) => before.filter((one) => one.id !== id))} />
      ))}
    </Stack>
  );
}
