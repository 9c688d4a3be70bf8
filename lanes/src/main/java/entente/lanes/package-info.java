/// The lanes of a whole port: each vehicle that stands in one is screened as its signals arrive, in a plain loop on one
/// machine
/// or inside Apache Flink on many. Both give the same answers.
@NullMarked
package entente.lanes;

import org.jspecify.annotations.NullMarked;
