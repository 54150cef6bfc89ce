import { expect, test } from 'vitest';
import { NO_EDITS } from '../../../shared/cleaning/cleaned-row.ts';
import { compilePlan } from '../../../shared/cleaning/compile-plan.ts';
import { readPlan } from '../../../shared/cleaning/plan.ts';
import { leadBody } from '../../../shared/sending/lead-body.ts';

/** As the first version of this program froze it into a journal. */
const OLD_PLAN = `{"version":1,"fields":[
  {"apiName":"name","label":"Name","type":"text","options":null,"trustValues":false},
  {"apiName":"phone","label":"Phone","type":"phone","options":null,"trustValues":false},
  {"apiName":"status","label":"Status","type":"status","options":["Fresh"],"trustValues":false}],
  "identifier":"phone","defaultCountry":"IN","timeZone":"Asia/Kolkata",
  "mapping":{"duplicates":"last-wins","columns":[
    {"columnIndex":0,"heading":"Name","target":{"kind":"field","apiName":"name"},"origin":"suggested",
     "choices":{"dateOrder":"day-first","decimalMark":"point","tagSeparators":",;|"}},
    {"columnIndex":1,"heading":"Mobile","target":{"kind":"field","apiName":"phone"},"origin":"chosen",
     "choices":{"dateOrder":"day-first","decimalMark":"point","tagSeparators":",;|"}},
    {"columnIndex":2,"heading":"Status","target":{"kind":"field","apiName":"status"},"origin":"suggested",
     "choices":{"dateOrder":"day-first","decimalMark":"point","tagSeparators":",;|"}},
    {"columnIndex":3,"heading":"Remarks","target":{"kind":"not-sent"},"origin":"suggested",
     "choices":{"dateOrder":"day-first","decimalMark":"point","tagSeparators":",;|"}}]},
  "decisions":[{"groupId":"2:status-unknown:Hot","answer":{"kind":"use-instead","text":"Fresh"}}],
  "undecided":"wait"}`;

test('a plan that was frozen before actions, joins and constants is read and makes the same leads', () => {
  const plan = readPlan(JSON.parse(OLD_PLAN));
  expect(plan).toMatchObject({
    actions: [],
    team: null,
    currency: 'INR',
    mapping: { extras: [], actions: [] },
  });
  const row = compilePlan(plan)(['Asha', '98765 12345', 'Hot', 'x'], NO_EDITS);
  expect(row.standing).toBe('ready');
  expect(leadBody(row)).toBe('{"fields":{"name":"Asha","phone":"919876512345","status":"Fresh"}}');
});
