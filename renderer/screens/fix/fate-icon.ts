import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconCopy,
  IconHelpCircle,
  IconPlayerSkipForward,
  IconSend,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { Fate } from '../../../shared/sending/fate.ts';

/** A picture for each fate; its name always stands beside it. */
export const FATE_ICONS: Readonly<Record<Fate, Icon>> = {
  new: IconClock,
  ready: IconCircleCheck,
  problem: IconAlertTriangle,
  duplicate: IconCopy,
  skipped: IconPlayerSkipForward,
  queued: IconClock,
  sending: IconSend,
  accepted: IconCircleCheck,
  rejected: IconX,
  unknown: IconHelpCircle,
  confirmed: IconCircleCheck,
  'not-found': IconX,
};
