package entente.node.lane;

import entente.screening.Outcome;

/// Something that changes what a lane shows.
public sealed interface Happening {
    /// A vehicle has stopped.
    record Began() implements Happening {}

    /// What the screening says now. `decided` where it has come to its end.
    record Looked(Outcome outcome, boolean decided) implements Happening {}

    /// The vehicle has left.
    record Ended() implements Happening {}

    /// An officer has seen the alarm.
    record Acknowledged() implements Happening {}

    /// An officer says what the alarm was.
    record Explained(Cause cause) implements Happening {}

    /// The lane is taken out of use, or put back.
    record TakenOut() implements Happening {}

    record PutBack() implements Happening {}

    /// How old the newest sample is, in seconds.
    record Aged(double seconds) implements Happening {}
}
