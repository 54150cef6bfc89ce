/**
 * Words that people write beside a phone number to say which one it is. They say nothing about the number itself, so they
 * are passed over; with any other word ("after 6", a name) a person must look.
 */
const LABELS = new Set(
  `mobile mob mo mbl cell cellphone phone ph phn fon tel tele telephone contact cont call whatsapp whatsap whats app wa wp
   number numbers no nos num nr m p t c w o r h off office res resi residence home work personal alt alternate alternative
   primary secondary main direct landline ll std india ind in fax sms viber telegram
   मोबाइल मोबाईल मो फोन फ़ोन नंबर नम्बर नं संपर्क सम्पर्क दूरभाष व्हाट्सएप व्हाट्सऐप घर ऑफिस कार्यालय`
    .split(/\s+/u)
    .map((word) => word.normalize('NFD')),
);

/** An extension inside a company: `ext 12`, `extn. 12`, `x12`, `#12`. Telecrm calls the number itself. */
const EXTENSION = /[\s,;]*(?:\bext(?:ensio)?n?\b|\bx|(?<=\d\s?)x|#)[\s.:=#-]*\d{1,6}\s*$/iu;

const WORD = /[\p{L}\p{M}]+/gu;

/** Letters inside the digits are typing errors (the letter O for a zero) or masks (98XXXX3210), never labels. */
const INSIDE_DIGITS = /\d[\p{L}\p{M}]+\d/u;

/**
 * The text without labels and extension, or `null` when it holds other words. Labels become blanks, so that
 * "98765 43210 (M)" leaves only marks beside the digits.
 */
export function withoutPhoneWords(text: string): string | null {
  let hasOtherWords = false;
  const number = text.replace(EXTENSION, '');
  if (INSIDE_DIGITS.test(number)) {
    return null;
  }
  const bare = number.replaceAll(WORD, (word) => {
    hasOtherWords ||= !LABELS.has(word.toLowerCase().normalize('NFD'));
    return ' ';
  });
  return hasOtherWords ? null : bare;
}
