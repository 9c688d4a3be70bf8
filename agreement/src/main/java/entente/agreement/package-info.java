/// Agreements, facts, the algebra of promises, standings and their proofs: records and pure functions.
///
/// The way through: [Agreement] and [Fact] go into a [Register]; `register.standing(commitment, world, known)`
/// answers with a [Standing] and the [Proof] of it; [Checker] derives the same again, by the longest and plainest
/// way.
@NullMarked
package entente.agreement;

import org.jspecify.annotations.NullMarked;
