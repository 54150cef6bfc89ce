import type { FieldValue } from './clean-value.ts';

/** Adds a value to the fields of a lead or an action. */
export type PutValue = (fields: Record<string, FieldValue>, value: FieldValue) => void;

/** What adds values under an API name. Assigning to `__proto__` would change the object's nature instead. */
export function putValueAs(apiName: string): PutValue {
  return apiName === '__proto__'
    ? (fields, value) => {
        Object.defineProperty(fields, apiName, {
          value,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
    : (fields, value) => {
        fields[apiName] = value;
      };
}
