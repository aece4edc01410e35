import type { Instrument } from '../types'

/** In the order in which they are offered. */
export const INSTRUMENTS: readonly Instrument[] = ['FIDDLE', 'FLUTE', 'TIN_WHISTLE', 'UILLEANN_PIPES', 'BUTTON_ACCORDION', 'PIANO_ACCORDION', 'CONCERTINA', 'MELODEON', 'TENOR_BANJO', 'MANDOLIN', 'BOUZOUKI', 'GUITAR', 'HARP', 'BODHRAN', 'BONES', 'PIANO', 'VOICE']
