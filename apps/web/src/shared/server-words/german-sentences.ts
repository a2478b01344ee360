/**
 * Sentences of the server beside problems in German, by what they are about and their code. What has no words here, or numbers
 * that only the server's sentence holds, stands as the server says it.
 */
export const germanSentences: Readonly<Record<string, string>> = {
  'review.interval-width': 'Das Intervall ist {value} Punkte breit.',
  'review.no-number': 'Die Karte ist unentschieden, deshalb gibt es noch keine Zahl.',
  'review.unlike-learned':
    '{value} Abweichungen je Merkmal vom nächsten Bild, das abgelesen ist oder weiter oben steht.',
  'review.nothing-learned':
    'Kein vergleichbares Bild hat eine Ablesung; dieses gehört zu den gewöhnlichsten.',
  'review.by-lot': 'Durch Los gezogen.',
  'review.label-outside-interval': 'Die Ablesung liegt {value} Punkte außerhalb des Intervalls.',
  'review.readings-disagree': 'Die Ablesungen der Prüfer liegen {value} Punkte auseinander.',
  'drift.unsharpness': 'Schärfe',
  'drift.median-luminance': 'Belichtung',
  'drift.luminance-range': 'Kontrast',
  'drift.burnt-share': 'Glanzlichter',
  'drift.colour-warmth': 'Lichtfarbe',
  'drift.px-per-mm': 'Maßstab',
  'drift.detection-confidence': 'Sicherheit der Erkennung',
  'drift.descriptor-distance': 'Aussehen der Bruchfläche',
  'drift.shear-percent': 'Scherbruchanteil',
  'drift.interval-width': 'Breite der Intervalle',
  'drift.label-error': 'Antwort minus Ablesung',
  'drift-state.not-watched': 'Noch nicht überwacht: Die Referenz hat zu wenige Punkte.',
  'drift-state.steady': 'Wie in der Referenz.',
  'drift-state.drifting': 'Anders als in der Referenz.',
  'unit.points': 'Punkte',
};
