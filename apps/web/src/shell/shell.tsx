import {
  ActionIcon,
  Alert,
  Anchor,
  AppShell,
  Badge,
  Box,
  Button,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { useLiveState } from '../api/live.js';
import { useSession, useSignOut } from '../session/session.js';
import { texts } from '../texts/texts.js';
import { KeysHelp } from './keys-help.js';
import { sectionsFor } from './sections.js';
import classes from './shell.module.css';

/** What stands around every screen: where one is, who one is, whether the page is live. */
export function Shell() {
  const signOut = useSignOut();
  return (
    <AppShell header={{ height: { base: 80, lg: 48 } }} padding={0}>
      <a className={classes['skip']} href="#content">
        {texts.skipToContent}
      </a>
      <AppShell.Header>
        <div className={classes['header']}>
          <Text fw={700} className={classes['product'] ?? ''}>
            {texts.product}
          </Text>
          <Sections />
          <Group gap="sm" wrap="nowrap" className={classes['person'] ?? ''}>
            <LiveBadge />
            <KeysHelp />
            <Person signOut={signOut} />
          </Group>
        </div>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main'] ?? ''}>
        <Offline />
        <NotSignedOut signOut={signOut} />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Sections() {
  const session = useSession();
  return (
    <Group component="nav" gap="md" wrap="nowrap" aria-label={texts.product} className={classes['sections'] ?? ''}>
      {sectionsFor(session).map(({ to, label }) => (
        <Anchor key={to} component={Link} to={to} size="sm" className={classes['section'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Anchor>
      ))}
    </Group>
  );
}

const LIVE_COLORS = { connecting: 'gray', live: 'teal', lost: 'orange' } as const;

function LiveBadge() {
  const state = useLiveState();
  if (state === 'not-live') return null;
  return (
    <Badge variant="dot" color={LIVE_COLORS[state]} role="status" className={classes['live'] ?? ''}>
      {texts.live[state]}
    </Badge>
  );
}

type SignOut = ReturnType<typeof useSignOut>;

function Person({ signOut }: { readonly signOut: SignOut }) {
  const session = useSession();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Anchor
        component={Link}
        to="/me"
        size="sm"
        className={`${classes['section'] ?? ''} ${classes['name'] ?? ''}`}
        title={texts.signIn.ownAccount}
      >
        {session.name}
      </Anchor>
      <ActionIcon
        variant="subtle"
        aria-label={texts.colorScheme}
        aria-pressed={scheme === 'dark'}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        ◐
      </ActionIcon>
      <Button size="compact-sm" variant="subtle" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {texts.signIn.signOut}
      </Button>
    </>
  );
}

function Offline() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Box className={classes['offline'] ?? ''} role="status">
      {texts.states.offline}
    </Box>
  );
}

function NotSignedOut({ signOut }: { readonly signOut: SignOut }) {
  if (!signOut.isError) return null;
  return (
    <Alert color="red" variant="light" role="alert" title={texts.signIn.notSignedOut} m="md">
      <Group gap="sm">
        <Text size="sm">{signOut.error.message}</Text>
        <Button size="xs" variant="light" color="red" onClick={() => signOut.mutate()}>
          {texts.states.retry}
        </Button>
      </Group>
    </Alert>
  );
}
