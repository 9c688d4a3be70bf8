/// Where the record is kept: one folder, one SQLite file, one writer. It knows files, locks, keys and SQL,
/// and nothing of what a payload says.
@NullMarked
package entente.node.store;

import org.jspecify.annotations.NullMarked;
