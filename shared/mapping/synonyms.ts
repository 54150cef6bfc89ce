/**
 * How surely a heading means a field. `sure`: hardly anything else. `likely`: mostly this. `perhaps`: only when no other
 * column is a better one, such as "First Name" for the name of a sheet that has no full names.
 */
export type SynonymStrength = 'sure' | 'likely' | 'perhaps';

/**
 * Headings that mean one of the six standard fields, by API name, as `normaliseHeading` writes them: from Telecrm itself,
 * from Indian portals and advertisements (IndiaMART's `SENDER_MOBILE`, Meta's `full_name` and `phone_number`, Justdial,
 * Shiksha, 99acres, Naukri, Sulekha), from other CRMs' exports, in English, Hindi and Hindi in Latin letters, with a few
 * words of other European languages and of Arabic, as firms of the Gulf write them. Only whole headings count: "Company Name" is not on the list, so it means nothing.
 * A heading may stand under two fields ("Contact"); then the values decide.
 */
const HEADINGS: Readonly<Record<string, Readonly<Record<SynonymStrength, string>>>> = {
  phone: {
    sure: `
      phone, phone no, phone num, phone nr, phone number, phone numbers, ph, ph no, ph num, ph number, phn, phn no, phno,
      mobile, mobile no, mobile num, mobile nr, mobile number, mobile numbers, mob, mob no, mob num, mob number, mobno,
      mobile phone, mobile phone no, mobile phone number, phone mobile, mobile contact, mobile contact no,
      cell, cell no, cell number, cell phone, cellphone, cellphone number, cellular, tel, tel no, tel nr, tel number,
      telephone, telephone no, telephone num, telephone number, contact no, contact num, contact nr, contact number,
      contact numbers, contact phone, contact phone no, contact phone number, contact mobile, contact mobile no,
      contact mobile number, contact tel, phone contact, contact no mobile, mobile no contact,
      primary phone, primary phone no, primary phone number, primary mobile, primary mobile no, primary mobile number,
      primary contact no, primary contact number, main phone, main number, registered mobile, registered mobile no,
      registered mobile number, registered phone, regd mobile no, reg mobile no,
      customer phone, customer phone no, customer phone number, customer mobile, customer mobile no,
      customer mobile number, customer contact, customer contact no, customer contact number, phone 1 value,
      client phone, client phone number, client mobile, client mobile no, client mobile number, client contact number,
      student phone, student phone no, student phone number, student mobile, student mobile no, student mobile number,
      student contact, student contact no, student contact number, students mobile no, students mobile number,
      candidate phone, candidate phone number, candidate mobile, candidate mobile no, candidate mobile number,
      candidate contact no, candidate contact number, applicant phone, applicant mobile, applicant mobile no,
      applicant mobile number, lead phone, lead phone no, lead phone number, lead mobile, lead mobile no,
      lead mobile number, lead contact, lead contact number, buyer phone, buyer mobile, buyer mobile no, sender mobile,
      sender phone, sender mobile no, sender mobile number, user phone, user mobile, user mobile number, user phone number,
      visitor mobile, visitor mobile no, enquirer mobile, patient phone, patient mobile, patient mobile no,
      patient contact number, your phone, your phone number, your mobile number, your contact number,
      enter your mobile number, enter your phone number, phone with country code, mobile with country code,
      phone number with country code, mobile number with country code, 10 digit mobile number, calling no, calling number,
      caller number, caller no, phone no mobile, person mobile, person phone,
      मोबाइल, मोबाईल, मोबाइल नंबर, मोबाईल नंबर, मोबाइल नम्बर, मोबाइल नं, मोबाइल न, मोबाइल संख्या, मोबाइल क्रमांक, मोबाईल क्रमांक,
      फोन, फोन नंबर, फोन नम्बर, फोन नं, फोन संख्या, फोन क्रमांक, दूरभाष, दूरभाष नंबर, दूरभाष संख्या, संपर्क नंबर, संपर्क नम्बर,
      सम्पर्क नंबर, सम्पर्क नम्बर, संपर्क संख्या, संपर्क सूत्र, संपर्क क्रमांक, mobile nambar, phone nambar, sampark number,
      telefon, telefonnummer, telefoon, telefoonnummer, telefono, telefone, mobiel, mobiel nummer, mobil, movil, celular,
      handynummer, numero de telefono, numero de telephone, numero de celular, الهاتف, هاتف, رقم الهاتف, رقم هاتف, الجوال,
      جوال, رقم الجوال, رقم جوال, الموبايل, موبايل, رقم الموبايل, رقم موبايل, المحمول, رقم المحمول, الهاتف المحمول,
      رقم الهاتف المحمول, هاتف العميل, رقم العميل, رقم التواصل, رقم الاتصال`,
    likely: `
      whatsapp, whatsapp no, whatsapp num, whatsapp number, whats app, whats app no, whats app number, whatsapp mobile,
      whatsapp contact, wa no, wa number, watsapp no, watsapp number, whatsup no, whatsup number, wattsapp number,
      calling whatsapp number, व्हाट्सएप, व्हाट्सएप नंबर, व्हाट्सऐप नंबर, वॉट्सऐप नंबर, number, नंबर, contact, contacts, संपर्क,
      सम्पर्क, msisdn, phone mobile whatsapp, phone or mobile, phone mobile no, mobile or phone, mobile phone whatsapp,
      phone whatsapp, mobile whatsapp, mobile whatsapp no, mobile whatsapp number`,
    perhaps: `
      landline, landline no, landline number, home phone, residence phone, work phone, business phone, contact details,
      contact detail, contact info, contact information, numbers, customer number`,
  },
  name: {
    sure: `
      name, names, full name, fullname, complete name, name in full, person name, persons name, contact name,
      contact full name, lead name, lead full name, leads name, customer name, customer full name, customers name, cust name,
      client name, clients name, student name, student full name, students name, name of student, name of the student,
      candidate name, candidate full name, candidates name, name of candidate, name of the candidate, applicant name,
      applicants name, name of applicant, name of the applicant, prospect name, enquirer name, enquiry name, inquirer name,
      visitor name, visitors name, buyer name, sender name, user name, user full name, patient name, name of patient,
      name of the patient, guest name, member name, participant name, attendee name, caller name, learner name, party name,
      name of person, name of the person, name of customer, name of the customer, name of client, your name,
      your full name, enter your name, first and last name, first name and last name, first name last name,
      first last name, name surname, name and surname, contact person, contact person name, name of contact person,
      नाम, पूरा नाम, पुरा नाम, नांव, नाव, पूर्ण नाम, पूर्ण नाव, संपूर्ण नाव, विद्यार्थी का नाम, छात्र का नाम, छात्रा का नाम, ग्राहक का नाम,
      आवेदक का नाम, व्यक्ति का नाम, मरीज का नाम, naam, pura naam, poora naam, nom, nombre, nombre completo, nome,
      nome completo, nom complet, naam klant, volledige naam, الاسم, الإسم, اسم, الاسم الكامل, الاسم بالكامل,
      اسم العميل, اسم الطالب`,
    likely: `
      student, customer, client, candidate, applicant, prospect, person, lead, patient, enquirer, visitor, learner,
      participant, attendee, contact, nm, stud name, stu name, cand name, ग्राहक, छात्र, विद्यार्थी, आवेदक, display name`,
    perhaps: `first name, firstname, given name, f name, fname, forename, प्रथम नाम, पहला नाम, voornaam, vorname`,
  },
  email: {
    sure: `
      email, emails, e mail, e mails, mail, mail id, mailid, mail address, email id, emailid, email ids, email address,
      email addresses, emailaddress, email addr, email no, e mail id, e mail address, e mail addr, e mailid,
      electronic mail, primary email, primary email id, primary email address, main email, personal email,
      personal email id, contact email, contact email id, contact e mail, contact email address, registered email,
      registered email id, e mail 1 value, email 1 value, customer email, customer email id, customer email address, client email, client email id,
      student email, student email id, students email, student email address, candidate email, candidate email id,
      candidate email address, applicant email, applicant email id, lead email, lead email id, lead email address,
      buyer email, sender email, sender email id, user email, user email id, user email address, visitor email,
      patient email, patient email id, your email, your email id, your email address, enter your email, gmail, gmail id,
      ई मेल, ईमेल, ई मेल आईडी, ईमेल आईडी, ईमेल आइडी, ई मेल पता, ईमेल पता, इमेल, इमेल आईडी, मेल, मेल आईडी,
      correo, correo electronico, courriel, adresse e mail, e mailadres, mailadres, emailadres, البريد الإلكتروني,
      البريد الالكتروني, بريد إلكتروني, بريد الكتروني, الإيميل, الايميل, إيميل, ايميل, عنوان البريد الإلكتروني`,
    likely: `work email, business email, official email, official email id, company email, office email`,
    perhaps: `contact details, contact info`,
  },
  status: {
    sure: `
      status, lead status, leads status, lead stage, leadstage, stage, sales stage, pipeline stage, crm status, crm stage,
      lead current status, current status, current lead status, current stage, lead disposition, disposition, enquiry status,
      inquiry status, enquiry stage, prospect status, prospect stage, deal stage, funnel stage, lead state, status of lead,
      स्थिति, लीड स्थिति, लीड स्टेटस, स्टेटस, स्टेज, लीड स्टेज, estado, statut, الحالة, حالة العميل`,
    likely: `
      call status, calling status, call disposition, call result, calling disposition, contact status, customer status,
      client status, student status, candidate status, follow up status, followup status, stage name, pipeline,
      opportunity stage, status name, final status, latest status, last status`,
    perhaps: `call outcome, outcome, state of lead, lead condition`,
  },
  rating: {
    sure: `
      rating, ratings, lead rating, leads rating, star, stars, star rating, stars rating, no of stars, number of stars,
      rating stars, lead stars, customer rating, rating out of 5, रेटिंग, स्टार, तारे`,
    likely: `lead score, score, lead quality, quality, quality rating, prospect rating, priority rating`,
    perhaps: `priority, lead priority, interest level`,
  },
  assignee: {
    sure: `
      assignee, assignee email, assignee email id, assigned to, assigned to email, assigned, assigned user,
      assigned user email, assigned agent, assigned counsellor, assigned counselor, assign to, assignto, assignedto,
      lead assigned to, allocated to, allotted to, owner, lead owner, lead owner email, owner email, owner email id,
      owner email address, record owner, contact owner, deal owner, counsellor, counselor, counsellor email,
      counselor email, counsellor email id, telecaller, tele caller, telecaller email, telecaller email id, handled by,
      lead handled by, responsible, responsible person, responsible user, sales owner, account owner,
      सौंपा गया, काउंसलर, परामर्शदाता`,
    likely: `
      agent, agent email, sales agent, sales rep, sales representative, sales person, salesperson, salesman,
      sales executive, sales executive email, executive, executive email, rm, rm email, relationship manager,
      relationship manager email, account manager, bde, bdm, caller, calling agent, employee, employee email, staff, staff email,
      team member, team member email, user, user email, counsellor name, counselor name, telecaller name, agent name,
      owner name, lead owner name, sales rep name, advisor, adviser, advisor email, handler`,
    perhaps: `manager, manager email, attended by, followed by, follow up by, followup by, called by`,
  },
};

/** A field that a heading may mean. */
export type Synonym = { readonly apiName: string; readonly strength: SynonymStrength };

/** The standard fields that a whole heading may mean, surest first; empty for most headings. */
export function fieldsMeantBy(normalisedHeading: string): readonly Synonym[] {
  return BY_HEADING.get(normalisedHeading) ?? [];
}

/** All listed headings of one field with their strength; empty for a field that is not a standard one. */
export function headingsMeaning(
  apiName: string,
): readonly { readonly text: string; readonly strength: SynonymStrength }[] {
  return ENTRIES.filter((entry) => entry.apiName === apiName);
}

const STRENGTHS: readonly SynonymStrength[] = ['sure', 'likely', 'perhaps'];

const ENTRIES = STRENGTHS.flatMap((strength) =>
  Object.entries(HEADINGS).flatMap(([apiName, lists]) =>
    lists[strength]
      .split(',')
      .map((text) => ({ apiName, strength, text: text.trim().replaceAll(/\s+/gu, ' ') })),
  ),
);

const BY_HEADING = new Map<string, Synonym[]>();
for (const { text, apiName, strength } of ENTRIES) {
  BY_HEADING.set(text, [...(BY_HEADING.get(text) ?? []), { apiName, strength }]);
}
