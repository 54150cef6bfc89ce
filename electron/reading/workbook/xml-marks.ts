// The bytes that mean something in XML; all of them are ASCII.
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const BLANK = 0x20;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const EXCLAMATION = 0x21;
export const QUESTION = 0x3f;
export const AMPERSAND = 0x26;
export const RETURN = 0x0d;
export const UNDERSCORE = 0x5f;
