package entente.agreement;

import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Commitment.Nature;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The time in which a promised sum is to be paid, as far as the text fixes it.
final class Promised {
    private Promised() {}

    /// What the tests of payment in the promised currency fix, where they fix one stretch of time; else the time in
    /// which the commitment binds, where that ends; else null.
    static @Nullable Period when(Commitment commitment, Currency currency, LocalDate begins) {
        List<Period> fixed = commitment.nature() instanceof Nature.Measured(Body body)
                ? tests(body)
                        .filter(test -> test.measure() instanceof Measure.Money money
                                && money.currency().equals(currency))
                        .flatMap(test -> Stream.ofNullable(of(test, begins)))
                        .distinct()
                        .toList()
                : List.of();
        return switch (fixed.size()) {
            case 0 -> closed(commitment.active()) ? commitment.active() : null;
            case 1 -> fixed.getFirst();
            default -> null;
        };
    }

    private static Stream<Body.Test> tests(Body body) {
        return switch (body) {
            case Body.Test test -> Stream.of(test);
            case Body.AtLeast(int _, List<Body> of) -> of.stream().flatMap(Promised::tests);
        };
    }

    private static @Nullable Period of(Body.Test test, LocalDate begins) {
        Period window = test.only().window();
        if (closed(window)) {
            return window;
        }
        return switch (test.schedule()) {
            case Schedule.By(Period due, var _) -> closed(due) ? between(begins, due.last()) : null;
            case Schedule.Each(var _, LocalDate from, LocalDate until, var _) -> between(from, until);
            case Schedule.Throughout(Period period) -> closed(period) ? period : null;
            case Schedule.Within _ -> null;
        };
    }

    private static @Nullable Period between(LocalDate from, LocalDate until) {
        return until.isBefore(from) ? null : new Period(from + "/" + until, from, until);
    }

    private static boolean closed(@Nullable Period period) {
        return period != null
                && !period.unknown()
                && !period.open()
                && !period.text().startsWith("..");
    }
}
