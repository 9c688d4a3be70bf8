package entente.agreement;

import java.time.LocalDate;

/// Something told, with its place in the log, counted from 0, and the day on which the record took it in.
public record Held(long place, Told told, LocalDate recorded) {

    /// The first day on which it was surely known: the last day on which its source may have been published,
    /// or the day of recording where that is earlier or the source gives no date.
    public LocalDate known() {
        LocalDate last = told.reported().last();
        return last.isBefore(recorded) ? last : recorded;
    }
}
