import { Button, Code, CopyButton, Group } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.patient;

/** An address of this product, to be given to somebody else. It holds an id, and nothing of who the person is. */
export const CopyAddress = ({ address }: { readonly address: string }) => {
  const whole = `${window.location.origin}${address}`;
  return (
    <Group gap="xs">
      <Code style={{ overflowWrap: 'anywhere' }}>{whole}</Code>
      <CopyButton value={whole}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {copied ? said.copied : said.copyAddress}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
};
