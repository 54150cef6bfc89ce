/**
 * Words with which headings of lead lists end ("Lead Source", "Created On", "Mobile No."). They only help to tell a row
 * of headings from a row of data; to which field a column belongs is decided in `mapping/`.
 */
const LAST_WORDS = new Set(
  `name names phone mobile cell tel telephone contact whatsapp number no num nos nr email mail id address city town state
  district country region area location place pin pincode zip status stage rating stars owner assignee counsellor
  counselor agent executive date time day month year on at by source medium campaign course program programme degree
  stream branch batch class subject interest interested in product plan service category type remarks remark notes note
  comment comments message feedback reason budget amount price fee fees value revenue cost total discount currency
  company organisation organization business school college university institute designation role title gender sex age
  dob birthday website url link language qualification education experience percentage marks score score tag tags group
  created updated modified enquiry inquiry query lead followup sr serial sno srno slno code reference ref count
  quantity qty naam naav telefoon mobiel plaats bedrag adres
  नाम मोबाइल फोन फ़ोन नंबर नम्बर संपर्क ईमेल पता शहर राज्य जिला स्थिति दिनांक तारीख टिप्पणी कोर्स स्रोत क्रमांक
  الاسم اسم الهاتف هاتف الجوال جوال الموبايل موبايل المحمول البريد الإلكتروني الالكتروني الايميل المدينة العنوان الدولة
  ملاحظات الملاحظات الحالة المصدر التاريخ`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Whether a text reads like a heading: a few words of which the last one is usual at the end of headings. */
export function endsLikeHeading(normalisedHeading: string): boolean {
  const words = normalisedHeading.split(' ');
  return words.length <= 5 && LAST_WORDS.has(words.at(-1) ?? '');
}
