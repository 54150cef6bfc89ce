/**
 * What people and programs write into a cell to say that there is nothing to say. In every field but free text it counts
 * as an empty cell. That hides nothing: the user sees the value as it will be sent, which is not at all. The list is
 * short on purpose; whatever is not on it ("not given", "pending", "later") stays a problem for a person to look at,
 * because it may mean more than nothing. `#N/A` is what Excel shows for a failed look-up, `nan` what Python exports.
 */
const STAND_INS = new Set(['na', 'n/a', 'n.a', 'n.a.', 'n/a.', 'nil', 'none', 'null', 'nan', '#n/a']);

const LONGEST_STAND_IN = 4;

/** Any number of dashes of any kind, as in a ledger. */
const ONLY_DASHES = /^[-\u2010-\u2015\u2212\s]+$/u;

/** Whether a text, already trimmed, is empty or one of the stand-ins above, in any case. */
export function isNothing(text: string): boolean {
  if (text.length > LONGEST_STAND_IN) {
    return isDash(text.charCodeAt(0)) && ONLY_DASHES.test(text);
  }
  return text.length === 0 || STAND_INS.has(text.toLowerCase()) || ONLY_DASHES.test(text);
}

function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}
