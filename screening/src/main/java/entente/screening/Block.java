package entente.screening;

import java.time.Instant;

/// Samples of all sensors of an [Array] over the same stretch of time, in its order and in the unit of each.
///
/// `samples[sensor][i]` was taken at `start` + i / rate by the clock of the recorder. A sample that is missing is NaN.
/// The arrays belong to the block: nobody changes them once it is made.
@SuppressWarnings("ArrayRecordComponent") // equality of blocks is of no use to anybody
public record Block(Instant start, float[][] samples) {
    public Block {
        if (samples.length == 0) {
            throw new IllegalArgumentException("a block has the samples of at least one sensor");
        }
        for (float[] one : samples) {
            if (one.length != samples[0].length) {
                throw new IllegalArgumentException(
                        "sensors of one block have " + samples[0].length + " and " + one.length + " samples");
            }
        }
    }

    /// How many samples each sensor has.
    public int length() {
        return samples[0].length;
    }
}
