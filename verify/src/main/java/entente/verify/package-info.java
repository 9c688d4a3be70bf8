/// Fetches what a node publishes, checks the log under it, and derives every published standing and sum again.
@NullMarked
package entente.verify;

import org.jspecify.annotations.NullMarked;
