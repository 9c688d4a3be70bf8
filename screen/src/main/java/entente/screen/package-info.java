/// The program that screens recordings: what it is asked, what it answers, and how that looks.
@NullMarked
package entente.screen;

import org.jspecify.annotations.NullMarked;
