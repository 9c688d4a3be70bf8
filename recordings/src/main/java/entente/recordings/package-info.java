/// Recordings of sensors, from files to blocks of samples.
@NullMarked
package entente.recordings;

import org.jspecify.annotations.NullMarked;
