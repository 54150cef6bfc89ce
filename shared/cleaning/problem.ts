/**
 * Why a value cannot go to Telecrm as it stands. Problems are data, collected and shown, never thrown. The words for
 * each kind (what happened, what to do) live in `words/problem-words.ts`, which is total over this union.
 */
export type Problem =
  /** The row has nothing in the identifier's column, so Telecrm would lose the lead whole. */
  | { readonly kind: 'identifier-missing' }
  /** Excel shortened the number (`9.19877E+11`) and its last digits are gone. Never guessed. */
  | { readonly kind: 'phone-digits-lost' }
  /** Fewer digits than any number of that country: Telecrm would drop it. */
  | { readonly kind: 'phone-too-short' }
  | { readonly kind: 'phone-too-long' }
  /** No digits at all, or words around them ("call later"). */
  | { readonly kind: 'phone-not-a-number' }
  /** Right length, but no such number is handed out (an Indian mobile number starts with 6, 7, 8 or 9). */
  | { readonly kind: 'phone-not-in-use' }
  /** Typed to fill the box: 9999999999, 1234567890. Sent, all such rows would become one lead. */
  | { readonly kind: 'phone-placeholder' }
  /**
   * Two or more numbers in one cell; the first good one would be used. `used` and `others` are cleaned numbers; where one
   * of the others is no number, it stands there as it was written.
   */
  | { readonly kind: 'phone-several'; readonly used: string; readonly others: readonly string[] }
  | { readonly kind: 'email-not-an-address' }
  | { readonly kind: 'email-several'; readonly used: string; readonly others: readonly string[] }
  | { readonly kind: 'number-not-a-number' }
  /** A number with words beside it ("12.5 lakh", "30 kg"): which number is meant is not for us to guess. */
  | { readonly kind: 'number-with-words' }
  /** A percentage: Telecrm may want 50 or 0.5 for 50%. */
  | { readonly kind: 'number-percent' }
  /** More digits than a JSON number carries exactly. */
  | { readonly kind: 'number-too-long' }
  | { readonly kind: 'money-not-an-amount' }
  /** Below zero, in any notation: Telecrm's amounts have no sign. */
  | { readonly kind: 'money-negative' }
  /** "10-15 lakh", "20L+", "under 5 lakh": no single amount. */
  | { readonly kind: 'money-range' }
  /** Telecrm would take dollars as so many rupees. */
  | { readonly kind: 'money-other-currency' }
  | { readonly kind: 'payment-status-unknown'; readonly value: string; readonly closest: string | null }
  | { readonly kind: 'payment-currency-unknown'; readonly value: string; readonly closest: string | null }
  | { readonly kind: 'rating-not-1-to-5' }
  | { readonly kind: 'rating-not-whole' }
  | { readonly kind: 'rating-not-a-number' }
  | { readonly kind: 'date-not-understood' }
  /** The day does not exist, such as 31 February, or does not exist in the chosen order of day and month. */
  | { readonly kind: 'date-impossible' }
  /** The label is not among the field's options; `closest` is the most similar one, if any is similar. */
  | { readonly kind: 'option-unknown'; readonly value: string; readonly closest: string | null }
  | { readonly kind: 'status-unknown'; readonly value: string; readonly closest: string | null }
  | { readonly kind: 'lost-reason-unknown'; readonly value: string; readonly closest: string | null }
  /** The `status` beside the reason is known not to belong to a lost stage; see `lostReasonCheck`. */
  | { readonly kind: 'lost-reason-without-lost-status'; readonly status: string }
  /** Nobody in the team; `closest` is the address of the member that was probably meant, if any is similar. */
  | { readonly kind: 'member-unknown'; readonly value: string; readonly closest: string | null }
  /** In the team, but switched off: nobody would see the lead. */
  | { readonly kind: 'member-not-active'; readonly value: string; readonly closest: string | null }
  /** The name of several active members. */
  | { readonly kind: 'member-name-shared'; readonly value: string; readonly closest: string | null }
  | { readonly kind: 'website-not-a-url' }
  | { readonly kind: 'website-several'; readonly used: string; readonly others: readonly string[] }
  | { readonly kind: 'link-not-a-url' }
  /** A file on a computer, or an address inside one network: Telecrm could not open it. */
  | { readonly kind: 'link-not-public' }
  | { readonly kind: 'link-several'; readonly used: string; readonly others: readonly string[] }
  /** Longer than the `limit` of characters that we send in one value. */
  | { readonly kind: 'text-too-long'; readonly limit: number }
  /** The amount of a payment must be above zero (Telecrm's documentation, "Payments"). */
  | { readonly kind: 'payment-not-above-zero' }
  /**
   * The row has something for an action, but not all that it needs, so the action is left out as a whole. `action` and
   * `missing` are labels.
   */
  | {
      readonly kind: 'action-incomplete';
      readonly actionId: string;
      readonly action: string;
      readonly missing: readonly string[];
    };

export type ProblemKind = Problem['kind'];

/** A problem about one label out of a list: alike only where the label is the same, and answered label by label. */
export type LabelProblem = Extract<Problem, { readonly value: string; readonly closest: string | null }>;

/** Whether a problem is about one label. */
export function isLabelProblem(problem: Problem): problem is LabelProblem {
  return 'closest' in problem;
}

const LABEL_PROBLEM_KINDS: { readonly [Kind in LabelProblem['kind']]: true } = {
  'option-unknown': true,
  'status-unknown': true,
  'lost-reason-unknown': true,
  'member-unknown': true,
  'member-not-active': true,
  'member-name-shared': true,
  'payment-status-unknown': true,
  'payment-currency-unknown': true,
};

/** Whether problems of a kind are about one label each. */
export function isLabelProblemKind(kind: ProblemKind): kind is LabelProblem['kind'] {
  return kind in LABEL_PROBLEM_KINDS;
}

/**
 * How much a problem costs: the row (its identifier is unusable), the value, or only a look. A `check` has a value that
 * can be sent and is sent once the user agrees.
 */
export const SEVERITIES = ['stops-row', 'value-left-out', 'check'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A problem at its place in the sheet. */
export type RowProblem = {
  /** 0-based column of the sheet. */
  readonly columnIndex: number;
  /** Of the lead field that the value goes to, or the name of the action's part. */
  readonly apiName: string;
  /** Where the value goes, as `destinationKey` names it. Absent: to the column's own target. */
  readonly destination?: string;
  /** What people call the place that the value goes to. Absent: it is a lead field, whose label the catalog knows. */
  readonly label?: string;
  readonly severity: Severity;
  readonly problem: Problem;
};
