/// Signs of life in a stopped vehicle, and how long until danger: records, and functions of samples.
@NullMarked
package entente.screening;

import org.jspecify.annotations.NullMarked;
