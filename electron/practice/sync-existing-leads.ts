/**
 * Leads that the pretend Telecrm had before anything was sent to it. Most are people in the sample, so that looking them up
 * shows leads that will change beside new ones.
 */
export const EXISTING_LEADS: readonly Readonly<Record<string, unknown>>[] = [
  { name: 'Rohan Iyer', phone: '918289249618', status: 'Fresh', city: 'Kanpur', budget: 600_000 },
  { name: 'Jose Das', phone: '917734715195', status: 'Fresh', city: 'Mumbai' },
  { name: 'Deepak Khan', phone: '917245672405', email: 'deepak.khan12@gmail.com', status: 'Follow Up' },
  { name: 'Nikhil Verma', phone: '918281743680', status: 'Interested', city: 'New Delhi' },
  { name: 'Vikram Fernandes', phone: '917145850108', status: 'Lost', city: 'Surat', course: ['MBA'] },
  { name: 'Kiran Nair', phone: '918191261286', status: 'Won', city: 'Jaipur' },
  { name: 'Sushila Devi', phone: '919810012345', status: 'Fresh', city: 'Pune' },
];
