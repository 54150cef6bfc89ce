import type { Field, FieldType } from '../catalog/field.ts';
import { headingKey } from './normalise-heading.ts';

/**
 * What a heading may be about, for fields that every workspace names in its own way. `isWholeType`: a field of these types
 * is about it whatever it is called, where the workspace has but one.
 */
type Topic = {
  readonly types: readonly FieldType[];
  readonly isWholeType: boolean;
  readonly headings: string;
};

/**
 * Only whole headings count, as `normaliseHeading` writes them. A heading that stands under a topic of amounts is for a
 * field that stands there too: a budget is no fee, although both are money.
 */
const TOPICS: readonly Topic[] = [
  {
    types: ['website'],
    isWholeType: true,
    headings: `
      website, web site, websites, url, web url, site, site url, web, web address, website url, website link,
      website address, web link, homepage, home page, web page, webpage, company website, company url, company web site,
      business website, organisation website, organization website, school website, official website, their website,
      वेबसाइट, वेब साइट, वेबसाईट`,
  },
  {
    types: ['lostReason'],
    isWholeType: true,
    headings: `
      lost reason, lost reasons, reason lost, reason for lost, reason for loss, reason of loss, reason for losing,
      loss reason, lead lost reason, closed lost reason, reason of lost, why lost, drop reason, dropped reason,
      reason for drop, reason for dropping, drop out reason, dropout reason, disqualification reason,
      disqualified reason, disqualify reason, rejection reason, reject reason, reason for rejection,
      not interested reason, reason for not interested, reason not interested, junk reason, dead reason,
      खोने का कारण, हारने का कारण`,
  },
  {
    types: ['medialink'],
    isWholeType: true,
    headings: `
      link, links, file, file link, file url, files, document, document link, document url, documents, doc link, docs link,
      drive link, google drive link, gdrive link, photo, photo link, photo url, image, image link, image url, picture,
      picture link, picture url, media, media link, media url, attachment, attachments, attachment link, attachment url,
      video, video link, video url, recording, recording link, recording url, call recording, call recording link,
      call recording url, brochure link, resume, resume link, resume url, cv, cv link, upload, uploads, uploaded file,
      file upload, लिंक, फोटो, दस्तावेज`,
  },
  {
    types: ['money', 'number'],
    isWholeType: false,
    headings: `
      budget, budgets, budget amount, budget value, customer budget, client budget, my budget, your budget, max budget,
      maximum budget, total budget, approx budget, budget inr, budget rs, budget in inr, budget in rs, budget in rupees,
      expected budget, property budget, बजट`,
  },
  {
    types: ['money', 'number'],
    isWholeType: false,
    headings: `
      amount, amt, total amount, total amt, amount inr, amount rs, amount in inr, amount in rs, amount in rupees, deal value,
      deal amount, deal size, lead value, lead amount, order value, order amount, opportunity amount, opportunity value,
      sale value, sale amount, expected amount, expected value, expected revenue, राशि, रकम`,
  },
  {
    types: ['money', 'number'],
    isWholeType: false,
    headings: `
      fee, fees, fee amount, fees amount, total fee, total fees, course fee, course fees, fee inr, fees inr, fee in rs,
      fees in rs, tuition fee, tuition fees, शुल्क, फीस`,
  },
  {
    types: ['money', 'number'],
    isWholeType: false,
    headings: `
      salary, current salary, monthly salary, annual salary, income, annual income, monthly income, family income, ctc,
      current ctc, package, वेतन, आय`,
  },
];

const BY_TOPIC = TOPICS.map((topic) => ({
  ...topic,
  headings: new Set(topic.headings.split(',').map(headingKey)),
}));

/**
 * Whether a heading is about what a field is for: both are called after the same thing, or the heading is called after the
 * field's type and the field is the only one of it among `fields`.
 */
export function sharesTopic(normalisedHeading: string, field: Field, fields: readonly Field[]): boolean {
  return BY_TOPIC.some(
    ({ types, isWholeType, headings }) =>
      types.includes(field.type) &&
      headings.has(normalisedHeading) &&
      (isNamedIn(headings, field) || (isWholeType && isOnlyOne(field, fields))),
  );
}

function isNamedIn(headings: ReadonlySet<string>, field: Field): boolean {
  return headings.has(headingKey(field.label)) || headings.has(headingKey(field.apiName));
}

function isOnlyOne({ type }: Field, fields: readonly Field[]): boolean {
  return fields.filter((field) => field.type === type).length === 1;
}
