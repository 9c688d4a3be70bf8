package entente.node.lane;

import entente.screening.Danger;
import java.util.Comparator;
import java.util.List;

/// The order in which lanes are looked at: life signs, and of these the vehicle first in which
/// danger comes soonest in the worst case of ten; no signal, for that is a vehicle that nobody
/// screens; cannot tell; still screening; none found; nothing to do. The demonstration comes last.
public final class Triage {
    private Triage() {}

    /// Between equals the order given.
    public static List<Moment> order(List<Moment> moments) {
        return moments.stream()
                .sorted(Comparator.comparing(Moment::demonstration)
                        .thenComparingInt(one -> rank(one.state()))
                        .thenComparingDouble(Triage::hours))
                .toList();
    }

    /// Whether people are thought to be in the vehicle.
    public static boolean lifeSigns(LaneState state) {
        return rank(state) == 0;
    }

    private static int rank(LaneState state) {
        return switch (state) {
            case LaneState.Alarm _ -> 0;
            case LaneState.Acknowledged(var _, var cause, boolean _) ->
                cause == null || cause == Cause.SOMEBODY || cause == Cause.NOT_OPENED ? 0 : 5;
            case LaneState.NoSignal _ -> 1;
            case LaneState.Stale _ -> 2;
            case LaneState.Fault _ -> 3;
            case LaneState.Screening _ -> 4;
            case LaneState.Clear _ -> 5;
            case LaneState.Idle _, LaneState.Maintenance _ -> 6;
        };
    }

    private static double hours(Moment moment) {
        Danger danger = moment.danger();
        return lifeSigns(moment.state()) && danger != null ? danger.danger().tenPercent() : Double.POSITIVE_INFINITY;
    }
}
