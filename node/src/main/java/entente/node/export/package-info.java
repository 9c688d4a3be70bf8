/// What a reader takes away: a table as CSV or as a workbook, a feed, a page as PDF. Pure functions: the same table
/// gives the same bytes, on every machine and every day.
@NullMarked
package entente.node.export;

import org.jspecify.annotations.NullMarked;
