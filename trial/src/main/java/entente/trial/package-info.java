/// A simulation of stops at a lane: everything in it is invented but the recordings that are handed
/// to it.
@NullMarked
package entente.trial;

import org.jspecify.annotations.NullMarked;
