package entente.recordings;

import entente.screening.Block;
import entente.screening.Reading;
import java.util.List;

/// About a second of a recording: the samples, and what was read of gases and temperatures until their end.
public record Stretch(Block block, List<Reading> readings) {
    public Stretch {
        readings = List.copyOf(readings);
    }
}
