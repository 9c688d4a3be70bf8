package entente.bench;

import entente.agreement.Body.Schedule;
import entente.agreement.Calendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The period of a calendar in which a day lies, said once more in other words than the program's: two days of one
/// period have equal names.
final class Cuts {
    private Cuts() {}

    static String of(Schedule.Each each, LocalDate day) {
        int month = day.getYear() * 12 + day.getMonthValue() - 1;
        Calendar calendar = each.calendar();
        return calendar.name()
                + switch (calendar) {
                    case MONTH -> month;
                    case QUARTER -> month / 3;
                    case HALF_YEAR -> month / 6;
                    case UK_YEAR -> day.minusMonths(3).getYear();
                    case FRENCH_YEAR -> day.getYear();
                    case AGREEMENT_YEAR -> ChronoUnit.YEARS.between(each.from(), day);
                };
    }
}
