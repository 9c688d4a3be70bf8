/// The pictures: from plain data to the text of an SVG drawing. Pure functions that know no page and no language; all
/// words and addresses are handed in.
@NullMarked
package entente.node.draw;

import org.jspecify.annotations.NullMarked;
