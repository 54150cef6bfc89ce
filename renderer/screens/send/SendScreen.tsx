import type { ImportDetail } from '../../../shared/import.ts';
import { useApp } from '../../state/app-store.ts';
import { statusOf } from '../../state/next-action.ts';
import { InLineView } from './InLineView.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import { RunningView } from './RunningView.tsx';

/** A receipt before sending; the place in line; the progress while and after. */
export function SendScreen({ detail }: { readonly detail: ImportDetail }) {
  const summary = useApp(({ snapshot }) =>
    snapshot?.imports.find(({ importId }) => importId === detail.summary.importId),
  );
  const sending = useApp(({ snapshot }) => snapshot?.sending ?? null);
  const place = useApp(({ snapshot }) => snapshot?.line.indexOf(detail.summary.importId) ?? -1);
  const present = summary ?? detail.summary;
  const hasMoreToSend = (detail.checked?.counts.ready ?? 0) > 0;
  if (place >= 0) {
    return <InLineView summary={present} place={place} />;
  }
  if (present.stage === 'sending' || (present.stage === 'finished' && !hasMoreToSend)) {
    return <RunningView summary={present} status={statusOf(present.importId, sending)} />;
  }
  return <ReceiptView detail={detail} />;
}
