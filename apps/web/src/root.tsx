import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { ChoosePassword } from './session/choose-password.js';
import { SessionContext, sessionQuery } from './session/session.js';
import { SignIn } from './session/sign-in.js';
import { Failed, Loading } from './shell/states.js';

/** Who has signed in sees the product; everybody else may sign in. */
export function Root() {
  const session = useQuery(sessionQuery);
  if (session.isPending) return <Loading />;
  if (session.data === undefined) return <Failed error={session.error} retry={session.refetch} />;
  if (session.data === null) return <SignIn />;
  if (session.data.mustChangePassword) return <ChoosePassword />;
  return (
    // Nothing that one person had before them stays for another who comes without a page in between, as from another tab.
    <SessionContext key={session.data.account} value={session.data}>
      <Outlet />
    </SessionContext>
  );
}
