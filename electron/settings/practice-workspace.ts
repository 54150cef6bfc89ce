import { newWorkspace, type Workspace } from '../../shared/catalog/workspace.ts';

/**
 * The workspace of the pretend Telecrm: what a small training institute in India might have set up, and what the
 * columns of the sample that comes with the program can be matched to. Some of the sample's values fit none of these
 * options, on purpose.
 */
export function practiceWorkspace(name: string): Workspace {
  const plain = { options: null, trustValues: false } as const;
  return {
    ...newWorkspace(name),
    colour: 'teal',
    // Nothing else sends to practice, so it shows how fast sending is.
    tokenSharing: 'alone',
    fields: [
      { apiName: 'status', label: 'Status', type: 'status', options: STATUSES, trustValues: false },
      { apiName: 'alternate_mobile', label: 'Alternate Mobile', type: 'phone', ...plain },
      { apiName: 'city', label: 'City', type: 'dropdown', options: CITIES, trustValues: false },
      { apiName: 'budget', label: 'Budget', type: 'number', ...plain },
      { apiName: 'enquiry_date', label: 'Enquiry Date', type: 'date', ...plain },
      { apiName: 'course', label: 'Interested In', type: 'tags', ...plain },
      { apiName: 'website', label: 'Website', type: 'text', ...plain },
      { apiName: 'remarks', label: 'Remarks', type: 'text', ...plain },
    ],
  };
}

const STATUSES = ['Fresh', 'Follow Up', 'Interested', 'Won', 'Lost'];
const CITIES = [
  'Bengaluru',
  'Chennai',
  'Indore',
  'Jaipur',
  'Kolkata',
  'Lucknow',
  'Mumbai',
  'New Delhi',
  'Pune',
  'Surat',
];
