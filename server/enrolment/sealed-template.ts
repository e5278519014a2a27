import { endianness } from 'node:os';
import { seal, unseal } from '../storage/seal.js';

/** Whose template it is: authenticated with it, so that one moved to another person's row does not open. */
export interface TemplateOwner {
  employeeId: string;
  sampleId: string;
  modelId: string;
}

const contextOf = ({ employeeId, sampleId, modelId }: TemplateOwner): string =>
  `template/${modelId}/${employeeId}/${sampleId}`;

/** A template encrypted for the database: 32-bit floats, little-endian. */
export function sealTemplate(key: Buffer, template: Float32Array, owner: TemplateOwner): Buffer {
  const bytes = Buffer.alloc(template.length * 4);
  template.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return seal(key, bytes, contextOf(owner));
}

/** The template again. Throws when the key is another one or the row was changed. */
export function openTemplate(key: Buffer, sealed: Uint8Array, owner: TemplateOwner): Float32Array {
  const bytes = unseal(key, sealed, contextOf(owner));
  const template = new Float32Array(bytes.length / 4);
  const copy = Buffer.from(template.buffer);
  bytes.copy(copy);
  if (endianness() === 'BE') copy.swap32();
  return template;
}
