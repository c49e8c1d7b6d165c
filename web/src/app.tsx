import { Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { KEEPER } from '../../src/words/reports/keeper.js';
import { AdjudicatePage } from './adjudicate-page.js';
import { AgreementPage } from './agreement-page.js';
import { ApiFailure, api, type Me } from './api.js';
import { AppFrame } from './app-frame.js';
import { AuditPage } from './audit-page.js';
import { CoveragePage } from './coverage-page.js';
import { DecisionsPage } from './decisions-page.js';
import { FailureNote } from './failure-note.js';
import { FindingPage } from './finding-page.js';
import { FindingsPage } from './findings-page.js';
import { FlagPage } from './flag-page.js';
import { ForMePage } from './for-me-page.js';
import { INVITATION_PATH, InvitationPage } from './invitation-page.js';
import { useWords } from './language.js';
import { LoginPage } from './login-page.js';
import { findLoginReason, rememberSession } from './login-reason.js';
import { MePage } from './me-page.js';
import { NoticesPage } from './notices-page.js';
import { OwedSecondStep } from './owed-second-step.js';
import { PostersPage } from './posters-page.js';
import { QueuePage } from './queue-page.js';
import { RegisteredPage } from './registered-page.js';
import { RegistryPage } from './registry-page.js';
import { ReportPage } from './report-page.js';
import { ReportsPage } from './reports-page.js';
import { RulesPage } from './rules-page.js';
import { may, SessionContext } from './session.js';
import { TemplatesPage } from './templates-page.js';
import { TicketsPage } from './tickets-page.js';
import { UsersPage } from './users-page.js';

export function App() {
  return window.location.pathname === INVITATION_PATH ? <InvitationPage /> : <Console />;
}

function Console() {
  const queries = useQueryClient();
  const { say } = useWords();
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY, gcTime: Infinity });
  const isIn = me.data !== undefined;
  useEffect(() => {
    if (isIn) rememberSession();
  }, [isIn]);
  if (me.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label={say(FRAME.loading)} />
      </Center>
    );
  }
  if (me.isError && !(me.error instanceof ApiFailure && me.error.status === 401)) {
    return <FailureNote error={me.error} onRetry={() => me.refetch()} />;
  }
  if (me.isError || !me.data) {
    return <LoginPage reason={findLoginReason()} onLoggedIn={(viewer: Me) => queries.setQueryData(['me'], viewer)} />;
  }
  if (me.data.owesSecondStep) {
    return <OwedSecondStep onDone={(viewer: Me) => queries.setQueryData(['me'], viewer)} />;
  }
  return (
    <SessionContext value={me.data}>
      <AppFrame>
        <Routes>
          <Route path="/" element={<Home me={me.data} />} />
          <Route path="/flags/:id" element={<FlagPage />} />
          <Route path="/decisions" element={<DecisionsPage />} />
          <Route path="/adjudicate" element={<AdjudicatePage />} />
          <Route path="/agreement" element={<AgreementPage />} />
          <Route path="/questions" element={<ForMePage />} />
          <Route path="/notices" element={<NoticesPage />} />
          <Route path="/reports" element={<ReportsPage />} />
          <Route path="/reports/:id" element={<ReportPage />} />
          <Route path="/findings" element={<FindingsPage />} />
          <Route path="/findings/:id" element={<FindingPage />} />
          <Route path="/registry" element={<RegistryPage />} />
          <Route path="/registry/:id" element={<RegisteredPage />} />
          <Route path="/coverage" element={<CoveragePage />} />
          <Route path="/tickets" element={<TicketsPage />} />
          <Route path="/rules" element={<RulesPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/templates" element={<TemplatesPage />} />
          <Route path="/posters" element={<PostersPage />} />
          <Route path="/users" element={<UsersPage />} />
          <Route path="/me" element={<MePage />} />
          <Route path="*" element={<h1 className="page">{say(FRAME.notFound)}</h1>} />
        </Routes>
      </AppFrame>
    </SessionContext>
  );
}

/** A page of its own, outside of this app: what holds a private key runs no more code than it needs. */
function KeeperHome() {
  const { say } = useWords();
  return (
    <p className="page">
      <a href="/identitas">{say(KEEPER.home)}</a>
    </p>
  );
}

/** Each person begins where their work is. */
function Home({ me }: { me: Me }) {
  if (may(me, 'see_queue')) return <QueuePage />;
  if (may(me, 'bring_findings')) return <FindingsPage />;
  if (may(me, 'read_audit')) return <AuditPage />;
  if (may(me, 'open_identity')) return <KeeperHome />;
  if (may(me, 'manage_users')) return <Navigate to="/users" replace />;
  if (may(me, 'see_rules')) return <Navigate to="/rules" replace />;
  return <CoveragePage />;
}
