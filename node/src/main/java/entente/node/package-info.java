/// The shell: opens the record, takes files in, serves pages. The only module that knows clocks, disks, keys and
/// the network.
@NullMarked
package entente.node;

import org.jspecify.annotations.NullMarked;
