import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.accounts;

/** A password or token that is shown this once. */
export const ShownOnce = ({ why, secret, close }: { readonly why: string; readonly secret: string; readonly close: () => void }) => (
  <Alert color="yellow" variant="light" role="status">
    <Group gap="md">
      <Text size="sm">{why}</Text>
      <Code fz="md" style={{ overflowWrap: 'anywhere' }}>
        {secret}
      </Code>
      <CopyButton value={secret}>
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
