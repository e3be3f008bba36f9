import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { texts } from '../../texts/texts.js';
import classes from './import-files.module.css';
import { ImportedFile } from './imported-file.js';
import { type ReadFile, readCaseFile } from './read-file.js';

/** A place to drop case files on, or to choose them. Nothing is recorded before it is said so. */
export function ImportFiles() {
  const chooser = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly ReadFile[]>([]);
  const [isOver, setOver] = useState(false);
  const words = texts.case.import;
  const take = async (list: FileList | null): Promise<void> => {
    const read = await Promise.all([...(list ?? [])].map(async (file) => readCaseFile(file.name, await file.text())));
    setFiles((before) => [...read, ...before]);
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
      {files.map((file, index) => (
        <ImportedFile
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be dropped twice; the newest stands first
          key={`${files.length - index} ${file.name}`}
          read={file}
          leaveOut={() => setFiles((before) => before.filter((one) => one !== file))}
        />
      ))}
    </Stack>
  );
}
