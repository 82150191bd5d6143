export { openMap } from './open.ts'
export { mapBounds } from './limits.ts'
export { noteSentence, type MapNote, type NoteCode } from './notes.ts'
export type {
  Crs,
  FieldType,
  MapBatch,
  MapBounds,
  MapEncoding,
  MapFeature,
  MapField,
  MapFile,
  MapFormat,
  MapInput,
  MapLayer,
  MapOptions,
  MapStyle,
  NamedBytes,
  PropertyValue,
} from './model.ts'
export type {
  CoordinateColumns,
  DecimalMark,
  TableCandidate,
  TableChoice,
  TableQuestion,
  TableShape,
} from './table/model.ts'
