import { Progress, VisuallyHidden } from '@mantine/core';
import type { ImportSummary } from '../../../shared/import.ts';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import type { SendingStatus } from '../../../shared/sending/status.ts';
import type { Words } from '../../../shared/words/make-words.ts';
import { waitingWords } from '../../../shared/words/waiting-words.ts';
import { aroundWords, durationWords } from '../../../shared/words/when-words.ts';
import { accepted, gone, leftToSend, totalToSend } from '../../../shared/sending/progress.ts';
import { allowanceWords } from './allowance-words.ts';
import { AllowanceOnRecord } from './AllowanceOnRecord.tsx';
import { useApp } from '../../state/app-store.ts';
import { presentCounts } from '../../state/next-action.ts';
import { useNow } from '../../state/use-now.ts';
import { useWords } from '../../words/words-context.ts';
import type { Phase } from './phase.ts';
import styles from './RunningProgress.module.css';

/** One bar, four counts, and one sentence about the time or the reason for waiting. */
export function RunningProgress({
  summary,
  status,
  phase,
}: {
  readonly summary: ImportSummary;
  readonly status: SendingStatus | null;
  readonly phase: Phase;
}) {
  const words = useWords();
  const { say } = words;
  const nowMs = useNow(5_000);
  const counts = presentCounts(summary, status);
  const total = totalToSend(counts);
  const done = gone(counts);
  const goesOnWithoutWindow = useApp(({ snapshot }) => snapshot?.choices.sendWithoutWindow ?? false);
  const about = timeWords(words, status, phase, nowMs, counts);
  const percent = total === 0 ? 0 : (done / total) * 100;
  return (
    <section className={styles['panel']}>
      <div className={styles['line']}>
        <strong>{say('send.running.sentOf', { done, total })}</strong>
        {/* A time that is left would be read aloud again and again. */}
        <span aria-live={isHeld(status, phase) ? 'polite' : 'off'}>{about}</span>
      </div>
      <Progress value={percent} size={14} aria-label={say('send.running.bar')} />
      {/* Told only now and then, or a screen reader would never be silent. */}
      <VisuallyHidden role="status">
        {say('send.running.live', { done: rounded(done, total), total })}
      </VisuallyHidden>
      <dl className={styles['counts']}>
        <Count term={say('send.running.accepted')} value={accepted(counts)} tone="good" />
        <Count term={say('send.running.toGo')} value={leftToSend(counts)} tone="plain" />
        <Count
          term={say('send.running.notAccepted')}
          value={counts.rejected}
          tone={counts.rejected > 0 ? 'bad' : 'plain'}
        />
        <Count
          term={say('send.running.unknown')}
          value={counts.unknown}
          tone={counts.unknown > 0 ? 'warn' : 'plain'}
        />
      </dl>
      {status === null && phase !== 'finished' && (
        <AllowanceOnRecord importId={summary.importId} workspaceId={summary.workspaceId} />
      )}
      {status !== null && (
        <div className={styles['soft']}>
          {allowanceWords(words, status, nowMs)}
          {phase === 'running' &&
            status.leadsPerMinute > 0 &&
            ` · ${say('send.running.perMinute', { count: Math.round(status.leadsPerMinute) })}`}
        </div>
      )}
      {counts.unknown > 0 && phase !== 'finished' && (
        <div className={styles['soft']}>{say('send.running.unknownText')}</div>
      )}
      {phase === 'running' && (
        <div className={styles['soft']}>
          {say(goesOnWithoutWindow ? 'send.running.closingGoesOn' : 'send.running.closing')}
        </div>
      )}
    </section>
  );
}

function Count({
  term,
  value,
  tone,
}: {
  readonly term: string;
  readonly value: number;
  readonly tone: string;
}) {
  const { number } = useWords();
  return (
    <div className={styles['count']} data-tone={tone}>
      <dt>{term}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}

/** Why it waits, or how long it takes yet, or what holds it. */
function timeWords(
  words: Words,
  status: SendingStatus | null,
  phase: Phase,
  nowMs: number,
  counts: FateCounts,
): string {
  const { say } = words;
  switch (phase) {
    case 'finished':
      return say(counts.unknown > 0 ? 'send.doneUnknown' : 'send.done');
    case 'few-sent':
      return say('send.running.fewSentText');
    case 'paused':
    case 'pausing':
      return say('send.running.pausedText');
    case 'interrupted':
      return say('send.running.interruptedText');
    case 'stopped':
      return '';
    case 'running':
      break;
  }
  if (status?.state.kind === 'running' && status.state.waiting !== null) {
    return waitingWords(words, status.state.waiting, gone(counts));
  }
  const slowed = status?.isSlowed === true ? say('waiting.slowed') : null;
  if (status === null || status.finishAtMs === null) {
    return slowed ?? say('send.running.working');
  }
  const eta = say('send.running.eta', {
    duration: durationWords(words, status.finishAtMs - nowMs),
    when: aroundWords(words, status.finishAtMs, nowMs),
  });
  return slowed === null ? eta : `${slowed} ${eta}`;
}

/** Whether nothing leaves although there is something to send: what people want to be told without looking. */
function isHeld(status: SendingStatus | null, phase: Phase): boolean {
  return phase !== 'running' || (status?.state.kind === 'running' && status.state.waiting !== null);
}

/** Rounded down to tenths of the whole, so that what is read aloud changes ten times in all. */
function rounded(done: number, total: number): number {
  const step = Math.max(1, Math.ceil(total / 10));
  return done === total ? total : Math.floor(done / step) * step;
}
