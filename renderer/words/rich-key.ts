/** Sentences with marked parts; all others are said by `say`. */
export type RichKey = 'file.understood' | 'file.understoodNoHeading' | 'match.identifier.question';
