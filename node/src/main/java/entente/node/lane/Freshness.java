package entente.node.lane;

/// How old the newest sample of a lane is.
///
/// Samples carry the time of a recorder's clock, which nobody has set by ours. What came quickest of late shows how far
/// the two are apart, so that a backlog which arrives at once is not taken for fresh. All times are nanoseconds.
final class Freshness {
    private static final long WINDOW = 60_000_000_000L;

    private boolean heard;
    private long arrived;
    private long delay;
    private long windowBegan;
    private long quickest = Long.MAX_VALUE;
    private long quickestBefore = Long.MAX_VALUE;

    /// @param now by our steady clock
    /// @param sampled when the newest sample was taken, by the recorder's clock
    void heard(long now, long sampled) {
        long apart = now - sampled;
        if (!heard || now - windowBegan > WINDOW) {
            quickestBefore = heard ? quickest : Long.MAX_VALUE;
            quickest = Long.MAX_VALUE;
            windowBegan = now;
        }
        heard = true;
        quickest = Math.min(quickest, apart);
        arrived = now;
        delay = apart - Math.min(quickest, quickestBefore);
    }

    /// In seconds; infinite where there never was one.
    double seconds(long now) {
        return heard ? (now - arrived + delay) / 1e9 : Double.POSITIVE_INFINITY;
    }
}
