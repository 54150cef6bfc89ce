import { findField } from '../../shared/catalog/field.ts';
import type { PracticeLead } from '../../shared/practice-lead.ts';
import { whatTelecrmKeeps, type Drop, type KnownCatalog } from './what-telecrm-keeps.ts';

/** A lead as the practice server holds it, with what was dropped of it and why. */
export type BookedLead = PracticeLead & {
  /** Appended by every request, in the order in which they came. */
  readonly actions: readonly unknown[];
  readonly drops: readonly Drop[];
};

/** A request of which Telecrm would have kept nothing, because its identifier was missing or dropped. */
export type LostLead = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly drops: readonly Drop[];
  readonly receivedAtMs: number;
};

/** Leads kept; the oldest are forgotten beyond, so that practising with a huge file does not fill the memory. */
const MOST_LEADS = 100_000;
const MOST_LOST = 1_000;

/** Telecrm's side of the upsert: what a workspace holds after the requests so far. */
export class LeadBook {
  readonly #catalog: () => KnownCatalog;
  /** By identifier as Telecrm compares it, the one changed last at the end. */
  readonly #leads = new Map<string, BookedLead>();
  readonly #lost: LostLead[] = [];

  /**
   * `catalog` is asked at every request, so that fields added meanwhile count. `existing` are the fields of leads that were
   * there before any request.
   */
  constructor(catalog: () => KnownCatalog, existing: readonly Readonly<Record<string, unknown>>[] = []) {
    this.#catalog = catalog;
    for (const fields of existing) {
      const key = this.#keyOf(fields);
      if (key !== null) {
        const none = { actions: [], requests: 0, dropped: [], drops: [], receivedAtMs: 0 };
        this.#leads.set(key, { identifier: key, fields, ...none });
      }
    }
  }

  /** Every lead that a request created or changed, changed last first. */
  leads(): readonly BookedLead[] {
    return this.all().filter(({ requests }) => requests > 0);
  }

  /** Every lead, those that were there before included, changed last first. */
  all(): readonly BookedLead[] {
    return [...this.#leads.values()].reverse();
  }

  /** The leads whose field is one of these values: as Telecrm compares it for the identifier, exactly for any other. */
  search(apiName: string, values: readonly string[]): readonly BookedLead[] {
    const { identifier } = this.#catalog();
    if (apiName !== identifier) {
      const wanted = new Set(values);
      return this.all().filter(({ fields }) => wanted.has(String(fields[apiName])));
    }
    const keys = new Set(values.map((value) => this.#keyOf({ [apiName]: value })));
    return [...keys].flatMap((key) => (key === null ? [] : (this.#leads.get(key) ?? [])));
  }

  /** The requests that came to nothing, newest first. */
  lost(): readonly LostLead[] {
    return [...this.#lost].reverse();
  }

  /** Creates or changes a lead: only the fields sent change, actions are appended. */
  takeIn(
    sentFields: Readonly<Record<string, unknown>>,
    sentActions: readonly unknown[],
    nowMs: number,
  ): void {
    const catalog = this.#catalog();
    const kept = whatTelecrmKeeps(sentFields, sentActions, catalog);
    const key = this.#keyOf(kept.fields);
    if (key === null) {
      const drops = [
        ...kept.drops,
        { name: catalog.identifier, reason: 'without it the whole lead is lost' },
      ];
      this.#lost.push({ fields: sentFields, drops, receivedAtMs: nowMs });
      this.#lost.splice(0, this.#lost.length - MOST_LOST);
      return;
    }
    const known = this.#leads.get(key);
    const fields = { ...(known?.fields ?? { status: 'Fresh' }), ...kept.fields };
    // Put at the end again: what changed last is shown first.
    this.#leads.delete(key);
    this.#leads.set(key, {
      identifier: key,
      fields,
      actions: [...(known?.actions ?? []), ...kept.actions],
      requests: (known?.requests ?? 0) + 1,
      dropped: kept.drops.map((drop) => drop.name),
      drops: kept.drops,
      receivedAtMs: nowMs,
    });
    for (const oldest of this.#leads.keys()) {
      if (this.#leads.size <= MOST_LEADS) {
        break;
      }
      this.#leads.delete(oldest);
    }
  }

  /** The identifier as Telecrm compares it; `null` where there is none. */
  #keyOf(fields: Readonly<Record<string, unknown>>): string | null {
    const catalog = this.#catalog();
    const identifier = fields[catalog.identifier];
    return typeof identifier !== 'string' || identifier.trim() === ''
      ? null
      : compared(identifier, findField(catalog, catalog.identifier)?.type ?? 'text');
  }
}

/** Phone: country code and digits, India's where there is none. Others: ignoring case and outer blanks. */
function compared(identifier: string, type: string): string {
  if (type !== 'phone') {
    return identifier.trim().toLowerCase();
  }
  const digits = identifier.replaceAll(/\D/gu, '');
  return digits.length === 10 ? `91${digits}` : digits;
}
