import { Kbd, Modal, Stack, Table } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.shell.keys;

/** The keys of a screen and those that every screen has. */
export function KeysDialog({ screen, opened, close }: { readonly screen: string; readonly opened: boolean; readonly close: () => void }) {
  const own = said.screens[screen];
  return (
    <Modal opened={opened} onClose={close} title={said.title}>
      <Stack gap="md">
        {own !== undefined && <Keys caption={said.here} lines={own} />}
        <Keys caption={said.everywhere} lines={said.general} />
      </Stack>
    </Modal>
  );
}

function Keys({ caption, lines }: { readonly caption: string; readonly lines: (typeof said)['general'] }) {
  return (
    <Table captionSide="top" verticalSpacing={4} withRowBorders={false}>
      <Table.Caption ta="left" mt={0} mb={4} fw={600}>
        {caption}
      </Table.Caption>
      <Table.Tbody>
        {lines.map(([keys, does]) => (
          <Table.Tr key={keys}>
            <Table.Th scope="row" w={150} fw={400}>
              {keys.split(', ').map((key, index) => (
                <span key={key}>
                  {index > 0 && ' '}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </Table.Th>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
