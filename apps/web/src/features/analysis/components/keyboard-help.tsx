import { CloseButton, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { KeyboardKeys } from '../../../shared/ui/keyboard-keys.tsx';
import { REVIEW_ACTIONS, type ReviewAction } from '../review-actions.ts';
import { text } from '../texts/text.ts';

const GROUPS: readonly ReviewAction['group'][] = ['decision', 'value', 'queue', 'picture'];

/** The keys of the review, read from the actions themselves. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal.Root opened onClose={onClose} size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={text.keyboard}>
        <Modal.Body>
          <Stack gap="md" data-testid="keyboard-help">
            <Group justify="space-between">
              <Title order={2} size="h4">
                {text.keyboard}
              </Title>
              <CloseButton size={44} aria-label={text.close} onClick={onClose} />
            </Group>
            <Text size="sm" c="dimmed">
              {text.typingADigit}
            </Text>
            {GROUPS.map((group) => (
              <div key={group}>
                <Title order={3} size="h6" mb={4}>
                  {text[group]}
                </Title>
                <Table verticalSpacing={6}>
                  <Table.Tbody>
                    {REVIEW_ACTIONS.filter((action) => action.group === group).map((action) => (
                      <Table.Tr key={action.name}>
                        <Table.Td>{action.title}</Table.Td>
                        <Table.Td w={190}>
                          <Group gap={8} justify="flex-end">
                            {action.shortcuts.map((shortcut) => (
                              <KeyboardKeys key={shortcut} shortcut={shortcut} />
                            ))}
                          </Group>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
            ))}
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
