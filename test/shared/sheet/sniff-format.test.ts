import { expect, test } from 'vitest';
import { sniffFormat } from '../../../shared/sheet/sniff-format.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

const zip = (...names: readonly string[]): Uint8Array =>
  bytes(...names.map((name) => `PK\u0003\u0004\u0014\0\0\0\b\0${'\0'.repeat(16)}${name}data`));

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string): string => Array.from(text, (character) => `${character}\0`).join('');

test.each([
  {
    name: 'a workbook',
    head: zip('[Content_Types].xml', 'xl/workbook.xml'),
    kind: 'workbook',
    format: 'Excel workbook',
  },
  {
    name: 'a workbook that begins with a large part',
    head: zip('[Content_Types].xml'),
    kind: 'workbook',
    format: 'Excel workbook',
  },
  {
    name: 'a binary workbook',
    head: zip('xl/workbook.bin'),
    kind: 'workbook',
    format: 'binary Excel workbook (.xlsb)',
  },
  {
    name: 'a LibreOffice sheet',
    head: zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    kind: 'workbook',
    format: 'OpenDocument spreadsheet',
  },
  {
    name: 'a LibreOffice text',
    head: zip('mimetypeapplication/vnd.oasis.opendocument.text'),
    kind: 'document',
    format: 'OpenDocument file',
  },
  {
    name: 'a Numbers sheet',
    head: zip('Index/Document.iwa'),
    kind: 'workbook',
    format: 'Numbers spreadsheet',
  },
  {
    name: 'a Word document',
    head: zip('[Content_Types].xml', 'word/document.xml'),
    kind: 'document',
    format: 'Word document',
  },
  { name: 'a ZIP archive', head: zip('photo.jpg'), kind: 'document', format: 'ZIP archive' },
  {
    name: 'an old workbook',
    head: bytes(OLE, '\0'.repeat(500), wide('Workbook')),
    kind: 'workbook',
    format: 'old Excel workbook (.xls)',
  },
  {
    name: 'a workbook with a password',
    head: bytes(OLE, '\0'.repeat(500), wide('EncryptedPackage')),
    kind: 'workbook',
    format: 'Excel workbook with a password',
  },
  {
    name: 'an old Word document',
    head: bytes(OLE, '\0'.repeat(500), wide('WordDocument')),
    kind: 'document',
    format: 'Word document',
  },
  { name: 'a PDF', head: bytes('%PDF-1.7\n'), kind: 'document', format: 'PDF document' },
  {
    name: 'contacts of a phone',
    head: bytes('BEGIN:VCARD\r\nVERSION:3.0\r\n'),
    kind: 'document',
    format: 'contact file (vCard)',
  },
  { name: 'a web page', head: bytes('\r\n<!DOCTYPE html>\n<html>'), kind: 'document', format: 'web page' },
  {
    name: 'the table of a portal named .xls',
    head: bytes('<table border="1"><tr>'),
    kind: 'document',
    format: 'web page',
  },
  {
    name: 'an XML spreadsheet',
    head: bytes('\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
    kind: 'workbook',
    format: 'XML spreadsheet',
  },
  { name: 'JSON', head: bytes('[\n  {"name": "Ravi"}]'), kind: 'document', format: 'JSON file' },
])('calls $name by the name that people use', ({ head, kind, format }) => {
  expect(sniffFormat(head)).toEqual({ kind, format });
});

test.each([
  { name: 'PNG', head: [0x89, 0x50, 0x4e, 0x47, 0x0d], format: 'picture' },
  { name: 'JPEG', head: [0xff, 0xd8, 0xff, 0xe0], format: 'picture' },
  { name: 'a Windows program', head: [0x4d, 0x5a, 0x90, 0x00, 0x03], format: 'program' },
  { name: 'a Linux program', head: [0x7f, 0x45, 0x4c, 0x46, 0x02], format: 'program' },
])('knows $name is no table', ({ head, format }) => {
  expect(sniffFormat(Uint8Array.from(head))).toEqual({ kind: 'document', format });
});

test.each([
  'Name,Phone\n',
  'PK,Name\n',
  'MZ,Name\n',
  '<b>,x\n',
  '[Name],{Phone}\n',
  '{x},y\n',
  '',
  '"<html>",x\n',
  '<5 lakh,x\n',
])('takes %j for text', (text) => {
  expect(sniffFormat(bytes(text))).toEqual({ kind: 'text' });
});
