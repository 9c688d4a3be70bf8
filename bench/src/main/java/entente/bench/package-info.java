/// Measurements: a large invented record, what the program reaches on it, and what others reach on the same work.
/// Nothing here is shipped.
@NullMarked
package entente.bench;

import org.jspecify.annotations.NullMarked;
