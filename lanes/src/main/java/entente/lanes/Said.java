package entente.lanes;

import entente.screening.Outcome;
import entente.terms.Words;

/// What is said of a vehicle that stands in a lane.
public sealed interface Said {
    /// Which vehicle.
    StayKey key();

    /// The answer: one for each vehicle, and the last word on it. `simulated` where the recorder says that its samples
    /// are invented.
    record Answer(StayKey key, Outcome outcome, boolean simulated) implements Said {}

    /// Something that people should know before there is an answer. It answers nothing.
    record Notice(StayKey key, Kind kind, Words sentence) implements Said {}

    /// The kinds of notice.
    enum Kind {
        /// Nothing has come for five seconds: treat the vehicle as not screened.
        SILENT,
        /// A block came after its turn and was left out.
        LATE,
        /// A message could not be used and was left out.
        REFUSED
    }
}
