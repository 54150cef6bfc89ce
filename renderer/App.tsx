import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { BugBoundary } from './parts/BugBoundary.tsx';
import { FailureNotice } from './parts/FailureNotice.tsx';
import { Screen } from './parts/Screen.tsx';
import { ScreenHeading } from './parts/ScreenHeading.tsx';
import { FileScreen } from './screens/file/FileScreen.tsx';
import { FixScreen } from './screens/fix/FixScreen.tsx';
import { GivenNotice } from './screens/home/GivenNotice.tsx';
import { HomeScreen } from './screens/home/HomeScreen.tsx';
import { MatchScreen } from './screens/match/MatchScreen.tsx';
import { ReportScreen } from './screens/report/ReportScreen.tsx';
import { SendScreen } from './screens/send/SendScreen.tsx';
import { SettingsScreen } from './screens/settings/SettingsScreen.tsx';
import { ImportLoading } from './screens/shell/ImportLoading.tsx';
import { TopBar } from './screens/shell/TopBar.tsx';
import { WorkspaceGone } from './screens/shell/WorkspaceGone.tsx';
import { WorkspaceScreen } from './screens/workspace/WorkspaceScreen.tsx';
import { useApp } from './state/app-store.ts';
import { isWorkspaceMissed } from './state/workspace-missed.ts';
import { followImport, useImport } from './state/import-store.ts';
import { importOf, type Place } from './state/step.ts';
import { useView } from './state/view-store.ts';
import { unreachable } from '../shared/unreachable.ts';
import { useWords } from './words/words-context.ts';
import styles from './App.module.css';

/** The window: a bar that is always there, and the screen of the place where the user is. */
export function App() {
  const { say } = useWords();
  const { snapshot, failure } = useApp();
  const place = useView((view) => view.place);
  const importId = importOf(place);

  useEffect(() => {
    void followImport(importId);
  }, [importId]);
  useRefusedDrops();

  if (snapshot === null) {
    return (
      <main className={styles['starting']}>
        {failure === null ? say('shell.starting') : <FailureNotice failure={failure} />}
      </main>
    );
  }
  return (
    <div className={styles['window']}>
      <TopBar snapshot={snapshot} place={place} />
      <main className={styles['main']}>
        <GivenNotice />
        {/* Going elsewhere gives a screen that broke another chance. */}
        <BugBoundary
          key={JSON.stringify(place)}
          instead={(detail, restart) => <Broken detail={detail} onRestart={restart} />}
        >
          <ScreenOf place={place} />
        </BugBoundary>
      </main>
    </div>
  );
}

/** Says that a screen broke, instead of showing nothing at all. */
function Broken({ detail, onRestart }: { readonly detail: string; readonly onRestart: () => void }) {
  const { say } = useWords();
  return (
    <Screen>
      <ScreenHeading>{say('common.somethingWrong')}</ScreenHeading>
      <FailureNotice failure={{ kind: 'bug', detail }}>
        <Button size="xs" onClick={onRestart}>
          {say('common.tryAgain')}
        </Button>
      </FailureNotice>
    </Screen>
  );
}

function ScreenOf({ place }: { readonly place: Place }) {
  switch (place.kind) {
    case 'home':
      return <HomeScreen />;
    case 'workspace':
      return <WorkspaceScreen key={place.workspaceId} workspaceId={place.workspaceId} />;
    case 'settings':
      return <SettingsScreen />;
    case 'import':
      return <ImportScreen importId={place.importId} step={place.step} />;
    default:
      return unreachable(place);
  }
}

function ImportScreen({ importId, step }: Pick<Extract<Place, { kind: 'import' }>, 'importId' | 'step'>) {
  const detail = useImport((state) => (state.importId === importId ? state.detail : null));
  const needsWorkspace = useApp(
    ({ snapshot }) =>
      snapshot !== null && detail !== null && isWorkspaceMissed(step, detail.summary, snapshot.workspaces),
  );
  if (detail === null) {
    return <ImportLoading importId={importId} />;
  }
  if (needsWorkspace) {
    return <WorkspaceGone summary={detail.summary} />;
  }
  switch (step) {
    case 'file':
      return <FileScreen detail={detail} />;
    case 'match':
      return <MatchScreen detail={detail} />;
    case 'fix':
      return <FixScreen detail={detail} />;
    case 'send':
      return <SendScreen detail={detail} />;
    case 'report':
      return <ReportScreen detail={detail} />;
    default:
      return unreachable(step);
  }
}

/** A file dropped beside the place for files would replace the page; only Home's drop target takes files. */
function useRefusedDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
