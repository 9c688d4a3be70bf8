/// Reads agreement and fact files, refusing a bad one with every fault in it, and writes what the record stores.
@NullMarked
package entente.files;

import org.jspecify.annotations.NullMarked;
