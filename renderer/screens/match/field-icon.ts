import {
  IconAt,
  IconCalendar,
  IconCurrencyRupee,
  IconFlag,
  IconHash,
  IconLetterCase,
  IconLink,
  IconList,
  IconPaperclip,
  IconPhone,
  IconStar,
  IconTags,
  IconThumbDown,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { FieldType } from '../../../shared/catalog/field.ts';

/** A picture for each kind of field; its name always stands beside it. */
export const FIELD_ICONS: Readonly<Record<FieldType, Icon>> = {
  text: IconLetterCase,
  phone: IconPhone,
  email: IconAt,
  number: IconHash,
  date: IconCalendar,
  dropdown: IconList,
  tags: IconTags,
  rating: IconStar,
  status: IconFlag,
  money: IconCurrencyRupee,
  lostReason: IconThumbDown,
  website: IconLink,
  medialink: IconPaperclip,
  activeUsers: IconUser,
};
