import { Stack, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { hasRole, useSession } from '../session/session.js';
import { texts } from '../texts/texts.js';
import type { AuditTab } from './audit-search.js';
import { DecisionList } from './decision-list.js';
import { OverrideCounts } from './override-counts.js';
import { ReadLog } from './read-log.js';
import { SampledCases } from './sampled-cases.js';
import { Verification } from './verification.js';

const route = getRouteApi('/shell/audit');

/** Why it was decided so, whether it was done, whether the record is whole, and who looked. */
export function AuditScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const mayReadCases = hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor');
  const mayVerify = hasRole(session, 'auditor', 'administrator');
  const tabs: readonly AuditTab[] = [
    ...(mayReadCases ? (['decisions', 'overrides', 'samples'] as const) : []),
    ...(mayVerify ? (['verification', 'read-log'] as const) : []),
  ];
  const tab = search.tab !== undefined && tabs.includes(search.tab) ? search.tab : (tabs[0] ?? 'decisions');
  const show = (value: string | null): void => {
    const next = tabs.find((one) => one === value);
    if (next !== undefined) void navigate({ search: { tab: next } });
  };
  return (
    <Stack gap="sm" p="md">
      <Title order={1} size="h3">
        {texts.audit.title}
      </Title>
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="sm">
          {tabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {texts.audit.tabs[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((value) => (
          <Tabs.Panel key={value} value={value}>
            <Panel tab={value} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Panel({ tab }: { readonly tab: AuditTab }) {
  switch (tab) {
    case 'decisions':
      return <DecisionList />;
    case 'overrides':
      return <OverrideCounts />;
    case 'samples':
      return <SampledCases />;
    case 'verification':
      return <Verification />;
    case 'read-log':
      return <ReadLog />;
  }
}
