/// What tests of several modules share.
@NullMarked
package entente.testkit;

import org.jspecify.annotations.NullMarked;
