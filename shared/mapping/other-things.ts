/**
 * Words by which a heading says that the column is about another person, a second number, or a thing with a number of
 * its own. Such a column is never taken for the lead's phone, e-mail address or name because it looks similar or because
 * its values do: a father's number sent as the lead's own would be a wrong lead.
 */
const OTHERS = wordsOf(`
  alternate alternative alt other others secondary second 2nd additional extra another old previous
  parent parents father fathers mother mothers guardian guardians spouse husband wife family son daughter child children
  brother sister sibling relative friend nominee emergency reference referrer referred referral
  company organisation organization employer business office school college university institute
  agent broker owner assigned assignee counsellor counselor telecaller executive manager created modified updated
  last surname middle maiden nick
  पिता माता अभिभावक पति पत्नी वैकल्पिक अन्य दूसरा कंपनी`);

const THINGS = wordsOf(`
  course product campaign ad adset adname form file event bank source
  id ids uid aadhaar aadhar adhar uidai pan gst gstin passport voter account acc ifsc order invoice ref pin pincode
  zip fax price amount budget salary income value fee fees total timestamp time date code roll registration enrollment
  enrolment application utr transaction imei otp serial sr sl extension ext
  आधार क्रम`);

/** Whether a heading names another person, a company, or a second one of what the lead has. */
export function isAboutSomebodyElse(normalisedHeading: string): boolean {
  return normalisedHeading.split(' ').some((word) => OTHERS.has(word));
}

/** The same, or a thing that is no person. */
export function isAboutSomethingElse(normalisedHeading: string): boolean {
  return normalisedHeading.split(' ').some((word) => OTHERS.has(word) || THINGS.has(word));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}
