/// A log in the formats of C2SP: entries, tiles, checkpoints, signatures, receipts, and an audit that
/// trusts nobody. The formats are written down in `docs/spec/record.md`.
@NullMarked
package entente.record;

import org.jspecify.annotations.NullMarked;
