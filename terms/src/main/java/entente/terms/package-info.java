/// Parties, periods, money, digests and sentences in two languages, each with its invariants and nothing else.
@NullMarked
package entente.terms;

import org.jspecify.annotations.NullMarked;
