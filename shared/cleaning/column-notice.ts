/**
 * Something to know about a whole column, told once instead of on every row. What cannot be checked is not sent: where
 * the options of a dropdown or status field are not known, the column's values are left out until the user lists them or
 * says once that they exist in Telecrm exactly so.
 */
export type ColumnNotice = {
  readonly kind: 'options-not-known';
  /** 0-based column of the sheet. */
  readonly columnIndex: number;
  readonly heading: string;
  readonly apiName: string;
  readonly label: string;
};
