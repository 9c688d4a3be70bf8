/// The node as its readers meet it: a real browser in front of the real program.
@NullMarked
package entente.e2e;

import org.jspecify.annotations.NullMarked;
