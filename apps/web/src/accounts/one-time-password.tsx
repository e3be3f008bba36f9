import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.accounts;

/** A password that is shown this once. */
export const OneTimePassword = ({
  login,
  password,
  close,
}: {
  readonly login: string;
  readonly password: string;
  readonly close: () => void;
}) => (
  <Alert color="yellow" variant="light" role="status">
    <Group gap="md">
      <Text size="sm">{said.shownOnce(login)}</Text>
      <Code fz="md">{password}</Code>
      <CopyButton value={password}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {copied ? said.copied : said.copy}
          </Button>
        )}
      </CopyButton>
      <Button size="xs" variant="subtle" onClick={close}>
        {said.close}
      </Button>
    </Group>
  </Alert>
);
