import type { Answer } from '../../../shared/cleaning/plan.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { Say } from '../../../shared/words/make-words.ts';

/** What was decided about the rows of a card. */
export function answerWords(say: Say, answer: Answer, count: number): string {
  switch (answer.kind) {
    case 'leave-out':
    case 'skip-rows':
    case 'accept':
    case 'add-option':
      return say(`fix.answer.${answer.kind}`, { count });
    case 'use-instead':
      return say('fix.answer.use-instead', { count, text: answer.text });
    default:
      return unreachable(answer);
  }
}
