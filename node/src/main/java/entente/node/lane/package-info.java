/// The lanes of a port as they run: what each is told by its sensors, what it shows, and what it leaves for the record.
@NullMarked
package entente.node.lane;

import org.jspecify.annotations.NullMarked;
