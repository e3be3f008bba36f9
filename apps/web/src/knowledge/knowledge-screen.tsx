import { Stack, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { texts } from '../texts/texts.js';
import { EvidenceRegister } from './evidence-register.js';
import type { KnowledgeTab } from './knowledge-search.js';
import { PolicyTab } from './policy-tab.js';
import { Reassessments } from './reassessments.js';
import { Releases } from './releases.js';

const route = getRouteApi('/shell/knowledge');
const TABS = ['evidence', 'releases', 'policy', 'reassessments'] as const satisfies readonly KnowledgeTab[];

/** What the advice rests on, and how it is changed. */
export function KnowledgeScreen() {
  const { tab = 'evidence' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (value: string | null): void => {
    const next = TABS.find((one) => one === value);
    if (next !== undefined) void navigate({ search: { tab: next } });
  };
  return (
    <Stack gap="sm" p="md">
      <Title order={1} size="h3">
        {texts.knowledge.title}
      </Title>
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="sm">
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {texts.knowledge.tabs[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((value) => (
          <Tabs.Panel key={value} value={value}>
            <Panel tab={value} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Panel({ tab }: { readonly tab: KnowledgeTab }) {
  switch (tab) {
    case 'evidence':
      return <EvidenceRegister />;
    case 'releases':
      return <Releases />;
    case 'policy':
      return <PolicyTab />;
    case 'reassessments':
      return <Reassessments />;
  }
}
